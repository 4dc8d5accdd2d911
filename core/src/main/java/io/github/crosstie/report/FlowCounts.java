package io.github.crosstie.report;

import io.github.crosstie.fault.Incubating;
import java.util.stream.LongStream;

/**
 * How many records one direction concerns, of one user or of many (S18).
 *
 * @param linked pairs of records that are linked
 * @param unapplied records of the side where it begins of which something has not arrived on the other, for whatever reason
 * @param quarantined records that could not be written or read and are tried again (S15)
 * @param held deletions that wait for a person (S11, S13)
 * @param atCap records that wait for room under the cap (S16)
 * @param wouldNotify records that wait because writing them would make the other side send mail, which the settings do not allow (S7)
 */
@Incubating
public record FlowCounts(long linked, long unapplied, long quarantined, long held, long atCap, long wouldNotify) {

    /** Nothing at all. */
    public static final FlowCounts NONE = new FlowCounts(0, 0, 0, 0, 0, 0);

    /**
     * Requires numbers that can be.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public FlowCounts {
        if (LongStream.of(linked, unapplied, quarantined, held, atCap, wouldNotify)
                .anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("there cannot be fewer than 0 of anything: use 0 or more");
        }
    }

    FlowCounts plus(FlowCounts other) {
        return new FlowCounts(
                linked + other.linked,
                unapplied + other.unapplied,
                quarantined + other.quarantined,
                held + other.held,
                atCap + other.atCap,
                wouldNotify + other.wouldNotify);
    }
}
