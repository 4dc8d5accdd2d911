package io.github.crosstie.configuration;

import java.time.Duration;

/**
 * When a round's deletions, and only they, are held until somebody releases them (S13).
 *
 * @param maximum more deletions than this are held; 0 holds every deletion
 * @param shareFrom from this many deletions on, the share counts too
 * @param share largest share of the mailbox's links, more than 0 and at most 1
 * @param window over how long deletions of several rounds add up, so that a slow bleed is caught; positive
 */
public record DeletionGuard(int maximum, int shareFrom, double share, Duration window) {

    /** More than 25, or at least 5 and more than a tenth, over a day. */
    public static final DeletionGuard DEFAULT = new DeletionGuard(25, 5, 0.10, Duration.ofDays(1));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public DeletionGuard {
        if (maximum < 0 || shareFrom < 1) {
            throw new IllegalArgumentException("deletion guard with maximum " + maximum + " and shareFrom " + shareFrom
                    + ": use 0 or more and 1 or more");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "deletion guard share " + share + ": use more than 0 and at most 1, such as 0.1 for a tenth");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("deletion guard window " + window + ": use a positive duration");
        }
    }
}
