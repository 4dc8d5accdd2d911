package io.github.crosstie.report;

/**
 * How many records one direction concerns (S18).
 *
 * @param linked records that are linked with a counterpart, of either side
 * @param unapplied changes of the side where it begins that have not arrived on the other, the following ones included
 * @param quarantined records that could not be written or read and are tried again (S15)
 * @param held deletions that wait for a person (S11, S13)
 * @param atCap records that wait for room under the cap (S16)
 */
public record FlowCounts(int linked, int unapplied, int quarantined, int held, int atCap) {

    /** Nothing at all. */
    public static final FlowCounts NONE = new FlowCounts(0, 0, 0, 0, 0);

    /**
     * Requires numbers that can be.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public FlowCounts {
        if (Math.min(Math.min(Math.min(linked, unapplied), Math.min(quarantined, held)), atCap) < 0) {
            throw new IllegalArgumentException("there cannot be fewer than 0 of anything: use 0 or more");
        }
    }
}
