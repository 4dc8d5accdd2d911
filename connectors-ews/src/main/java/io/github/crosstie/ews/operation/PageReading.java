package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
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
     * Whether there is nothing after this page.
     *
     * @param operation for the message
     * @throws ContractBrokenException if the server answered no page at all, which is something else than an empty one
     */
    boolean last(String operation) {
        if (!read) {
            throw new ContractBrokenException(operation + ": the server answered without what it found; report it");
        }
        return last;
    }

    /**
     * Where the next page begins.
     *
     * @param operation for the message
     * @param from where this one began
     * @throws ContractBrokenException if it is not after that
     */
    int next(String operation, int from) {
        if (next <= from) {
            throw new ContractBrokenException(
                    operation + ": the server says that there is more, and not where; report it");
        }
        return next;
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
