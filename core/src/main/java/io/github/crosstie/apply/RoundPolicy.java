package io.github.crosstie.apply;

import io.github.crosstie.configuration.OrganizationGuard;
import io.github.crosstie.fault.Incubating;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What holds for all rounds of a host, whatever their configurations say.
 *
 * @param retries how long to leave alone what does not work for now
 * @param organizationGuard when the deletions of a whole organization are held (S13)
 * @param journalRetention how long lines of the journal are kept (S3): the first round of a day that ends, and each one if it is
 *     less than a day, drops the older ones of its collection and counts them ({@link RoundTotals#journalDropped}). Zero keeps none beyond the round that wrote them;
 *     {@link #FOREVER} keeps all
 */
@Incubating
public record RoundPolicy(RetryPolicy retries, OrganizationGuard organizationGuard, Duration journalRetention) {

    /** For a journal of which nothing is dropped. */
    public static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    private static final Duration JOURNAL_RETENTION = Duration.ofDays(90);

    /** The defaults of retries and guard, and a journal of 90 days. */
    public static final RoundPolicy DEFAULT = new RoundPolicy(RetryPolicy.DEFAULT, OrganizationGuard.DEFAULT);

    /**
     * Requires all parts.
     *
     * @throws IllegalArgumentException if the journal would be kept for less than no time
     */
    public RoundPolicy {
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(organizationGuard, "organizationGuard");
        if (journalRetention.isNegative()) {
            throw new IllegalArgumentException("journal kept for " + journalRetention
                    + ": use a positive duration, zero to keep no line, or RoundPolicy.FOREVER to keep all");
        }
    }

    /**
     * A policy that keeps the journal for 90 days.
     *
     * @param retries how long to leave alone what does not work for now
     * @param organizationGuard when the deletions of a whole organization are held (S13)
     */
    public RoundPolicy(RetryPolicy retries, OrganizationGuard organizationGuard) {
        this(retries, organizationGuard, JOURNAL_RETENTION);
    }

    /**
     * This policy with another retention of the journal.
     *
     * @param retention how long lines are kept; zero or more, {@link #FOREVER} for all
     * @return the policy
     * @throws IllegalArgumentException if it is negative
     */
    public RoundPolicy withJournalRetention(Duration retention) {
        return new RoundPolicy(retries, organizationGuard, retention);
    }
}
