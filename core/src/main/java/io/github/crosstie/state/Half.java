package io.github.crosstie.state;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a link.
 *
 * @param id the record's id on that side
 * @param version the version last seen or written; null if unknown, which no change can equal
 * @param base the mapped fields as last seen there, the base of the next merge
 */
public record Half(ItemId id, @Nullable ItemVersion version, Item base) {

    /** Requires id and base. */
    public Half {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(base, "base");
    }

    /**
     * The same with another base.
     *
     * @param base what was seen
     * @return a changed copy
     */
    public Half withBase(Item base) {
        return new Half(id, version, base);
    }

    /**
     * The same with another version.
     *
     * @param version the version, or null if unknown
     * @return a changed copy
     */
    public Half withVersion(@Nullable ItemVersion version) {
        return new Half(id, version, base);
    }
}
