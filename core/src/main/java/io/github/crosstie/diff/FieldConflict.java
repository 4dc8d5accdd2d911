package io.github.crosstie.diff;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Side;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that is overwritten although it was not what had been synced last (S1, S3): it belongs into the journal.
 * {@link #toString} shows no value, as values are personal data.
 *
 * @param loser the side whose value is overwritten
 * @param field the field on that side
 * @param lost the value that is overwritten; null if the field had been cleared
 * @param kept the value that replaces it; null if the field is cleared
 * @param base the loser's value when both sides last agreed; null if not set, never in step, or not
 *     kept
 */
public record FieldConflict(
        Side loser,
        Field<?> field,
        @Nullable Object lost,
        @Nullable Object kept,
        @Nullable Object base) {

    /** Requires side and field; of a base that is not kept, nothing is told. */
    public FieldConflict {
        Objects.requireNonNull(loser, "loser");
        Objects.requireNonNull(field, "field");
        base = Recall.told(base);
    }

    @Override
    public String toString() {
        return "FieldConflict[" + field + ", " + loser + " loses]";
    }
}
