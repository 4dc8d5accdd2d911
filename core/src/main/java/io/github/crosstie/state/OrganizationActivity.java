package io.github.crosstie.state;

import io.github.crosstie.fault.Incubating;

/**
 * How much was deleted in all collections of an organization of late, beside how much there is (S13).
 *
 * @param links how many links its collections have
 * @param deletions how many deletions were noted; those that a person released are not among them
 */
@Incubating
public record OrganizationActivity(long links, long deletions) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public OrganizationActivity {
        if (links < 0 || deletions < 0) {
            throw new IllegalArgumentException(
                    "activity of " + links + " links and " + deletions + " deletions: use 0 or more");
        }
    }
}
