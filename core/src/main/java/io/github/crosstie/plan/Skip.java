package io.github.crosstie.plan;

import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records that are left alone, and why (S19).
 *
 * @param records the records, one or two
 * @param code why, for programs
 * @param reason why and what to do, for people; no values of the records
 * @param waiting until when; null if every round looks again
 */
public record Skip(
        List<RecordKey> records,
        OutcomeCode code,
        String reason,
        @Nullable Waiting waiting) {

    /** Copies the records. */
    public Skip {
        records = List.copyOf(records);
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
