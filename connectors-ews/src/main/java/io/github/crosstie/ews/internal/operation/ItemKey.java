package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.fault.ContractBrokenException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item with its version. Both are opaque; the id is compared exactly, upper and lower case included.
 *
 * @param id the item's id; another one once the item has moved to another folder
 * @param changeKey the version; null where it does not matter
 */
public record ItemKey(String id, @Nullable String changeKey) implements ItemReference {

    /** Requires an id. */
    public ItemKey {
        Objects.requireNonNull(id, "id");
    }

    /**
     * An item in whatever version.
     *
     * @param id the item's id
     * @return the key
     */
    public static ItemKey of(String id) {
        return new ItemKey(id, null);
    }

    /**
     * Reads a key.
     *
     * @param element stands on {@code t:ItemId} or an element like it
     * @return the key
     * @throws ContractBrokenException if it has no id
     */
    public static ItemKey read(XmlInput element) {
        String id = element.attribute("Id");
        if (id == null) {
            throw new ContractBrokenException("the server answered with an item id that is empty; report it");
        }
        return new ItemKey(id, element.attribute("ChangeKey"));
    }

    @Override
    public void write(XmlOutput out) {
        out.start(Space.TYPES, "ItemId").attribute("Id", id);
        if (changeKey != null) {
            out.attribute("ChangeKey", changeKey);
        }
        out.end();
    }
}
