package io.github.crosstie.apply;

import io.github.crosstie.state.RecordKey;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dirty records that are surveyed, planned and worked on together.
 *
 * @param records the records
 * @param others which of the records outside share a key with one inside, and belong to it for that; null if there are none
 * @param decidesDeletions whether deletions may follow from it: only where all possible ones of the pass are together, so that
 *     the guard sees them as a whole (S13)
 */
record Slice(Collection<RecordKey> records, @Nullable MatchIndex others, boolean decidesDeletions) {

    Slice {
        records = List.copyOf(records);
    }

    /** All there is. */
    static Slice whole(Collection<RecordKey> records) {
        return new Slice(records, null, true);
    }
}
