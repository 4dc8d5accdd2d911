package io.github.crosstie.configuration;

import io.github.crosstie.fault.Incubating;
import java.time.Duration;

/**
 * When the deletions of a whole organization are so many within a short time that all further ones are held, in every mailbox,
 * until somebody releases them (S13). It trips where no single mailbox has a guard that would: when an accident takes a little from
 * everybody.
 *
 * @param shareFrom fewer deletions than this never trip it; 1 or more
 * @param share largest share of the organization's links, more than 0 and at most 1
 * @param window over how long the deletions of all mailboxes add up; positive
 */
@Incubating
public record OrganizationGuard(int shareFrom, double share, Duration window) {

    /** More than two in a hundred within an hour, from 25 deletions on. */
    public static final OrganizationGuard DEFAULT = new OrganizationGuard(25, 0.02, Duration.ofHours(1));

    /** Never trips. */
    public static final OrganizationGuard OFF = new OrganizationGuard(Integer.MAX_VALUE, 1, Duration.ofHours(1));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public OrganizationGuard {
        if (shareFrom < 1) {
            throw new IllegalArgumentException("organization guard from " + shareFrom + " deletions: use 1 or more");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("organization guard share " + share
                    + ": use more than 0 and at most 1, such as 0.02 for two in a hundred");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("organization guard window " + window + ": use a positive duration");
        }
    }
}
