package io.github.crosstie.diff;

import io.github.crosstie.item.ItemId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One half of a link as a listing shows it.
 *
 * @param id the record's id on its side
 * @param status what the listing says about it
 * @param snapshot the record as listed; null unless it differed, when it was listed, from what was known of it
 */
public record ListedRecord(
        ItemId id, RecordStatus status, @Nullable RecordSnapshot snapshot) {

    /** Requires id and status. */
    public ListedRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
    }
}
