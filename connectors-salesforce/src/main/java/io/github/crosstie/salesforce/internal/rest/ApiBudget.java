package io.github.crosstie.salesforce.internal.rest;

/**
 * How much of an organization's requests of a day the sync may see used, by whomever: the rest is left to others.
 *
 * @param percent of the organization's daily requests; 1 to 100
 */
public record ApiBudget(int percent) {

    /** Nine tenths. */
    public static final ApiBudget DEFAULT = new ApiBudget(90);

    private static final int ALL = 100;

    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException if it is not from 1 to 100
     */
    public ApiBudget {
        if (percent < 1 || percent > ALL) {
            throw new IllegalArgumentException("API budget of " + percent + " percent: use 1 to 100");
        }
    }

    boolean isSpent(ApiUsage usage) {
        return usage.maximum() > 0 && usage.used() * (long) ALL >= (long) usage.maximum() * percent;
    }
}
