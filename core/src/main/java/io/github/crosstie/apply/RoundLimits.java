package io.github.crosstie.apply;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a round may take. A round that reaches a limit of time ends between two calls, never within one; all that is
 * done is kept, and the next run goes on from there.
 *
 * @param slice how many dirty records are worked on together at most, 1 or more; what a round holds in memory beside the stored
 *     state grows with it, not with the mailbox. Records that share a match key, and records that may have to be deleted,
 *     go together even if they are more
 * @param deadline the moment from which no further call is made, by the round's clock; null for none
 * @param cancelled asked before each call, from the round's thread: true to make no further one
 */
public record RoundLimits(int slice, @Nullable Instant deadline, BooleanSupplier cancelled) {

    /** How many dirty records are worked on together unless set otherwise. */
    public static final int DEFAULT_SLICE = 1_000;

    /** No limit of time. */
    public static final RoundLimits NONE = new RoundLimits(DEFAULT_SLICE, null, () -> false);

    /**
     * Checks the slice.
     *
     * @throws IllegalArgumentException if the slice is smaller than 1
     */
    public RoundLimits {
        Objects.requireNonNull(cancelled, "cancelled");
        if (slice < 1) {
            throw new IllegalArgumentException("slice of " + slice + " records: use 1 or more");
        }
    }

    /**
     * The same with other slices.
     *
     * @param slice how many dirty records are worked on together at most, 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if it is smaller than 1
     */
    public RoundLimits withSlice(int slice) {
        return new RoundLimits(slice, deadline, cancelled);
    }

    /**
     * The same with a deadline.
     *
     * @param deadline the moment from which no further call is made; null for none
     * @return a changed copy
     */
    public RoundLimits withDeadline(@Nullable Instant deadline) {
        return new RoundLimits(slice, deadline, cancelled);
    }

    /**
     * The same for a caller that may change its mind.
     *
     * @param cancelled asked before each call: true to make no further one; cheap, from the round's thread
     * @return a changed copy
     */
    public RoundLimits withCancellation(BooleanSupplier cancelled) {
        return new RoundLimits(slice, deadline, cancelled);
    }
}
