package io.github.crosstie.connector;

import io.github.crosstie.item.ItemId;
import java.util.Objects;

/**
 * A record that carries one of the engine's marks.
 *
 * @param tag the mark
 * @param id the record's id
 */
public record Tagged(CorrelationTag tag, ItemId id) {

    /** Requires both parts. */
    public Tagged {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(id, "id");
    }
}
