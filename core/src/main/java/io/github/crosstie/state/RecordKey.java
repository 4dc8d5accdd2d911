package io.github.crosstie.state;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.Objects;

/**
 * One record of a collection: its side and its id there.
 *
 * @param side the side
 * @param id its id on that side
 */
public record RecordKey(Side side, ItemId id) implements Comparable<RecordKey> {

    /** Requires both parts. */
    public RecordKey {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(RecordKey other) {
        return side == other.side ? id.compareTo(other.id) : side.compareTo(other.side);
    }

    @Override
    public String toString() {
        return side + ":" + id;
    }
}
