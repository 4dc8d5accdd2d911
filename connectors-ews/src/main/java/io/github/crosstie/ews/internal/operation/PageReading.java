package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the page that a search answers, and where the next one begins. Servers cut pages short: their size tells nothing. */
final class PageReading {

    private final String list;
    private final XmlInput.Child each;
    private boolean read;
    private boolean last;
    private int next;

    /**
     * Reads a page.
     *
     * @param list the element that holds what was found, {@code Items} or {@code Folders}
     * @param each is called for each thing found, standing on its element
     */
    PageReading(String list, XmlInput.Child each) {
        this.list = list;
        this.each = each;
    }

    /**
     * Where the next page begins.
     *
     * @param from where this one began
     * @return empty if there is nothing after this page
     * @throws ContractBrokenException if the server answered no page at all, which is something else than an empty one, or
     *     says that there is another one and not where
     */
    OptionalInt next(int from) {
        if (!read) {
            throw new ContractBrokenException("the server answered without what it found; report it");
        }
        if (last) {
            return OptionalInt.empty();
        }
        if (next <= from) {
            throw new ContractBrokenException("the server says that there is more, and not where; report it");
        }
        return OptionalInt.of(next);
    }

    void part(XmlInput part) {
        if (part.name().equals("RootFolder")) {
            read = true;
            last = Flag.isTrue(part.attribute("IncludesLastItemInRange"));
            next = number(part.attribute("IndexedPagingOffset"));
            part.children(child -> {
                if (child.name().equals(list)) {
                    child.children(each);
                }
            });
        }
    }

    private static int number(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }
}
