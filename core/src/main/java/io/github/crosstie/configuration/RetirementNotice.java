package io.github.crosstie.configuration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What a retirement means for one cloud on one day (S24).
 *
 * @param retirement the retirement
 * @param status where it stands
 * @param message the same for people, with the days left or gone
 */
public record RetirementNotice(Retirement retirement, Status status, String message) {

    /** Where a retirement stands. */
    public enum Status {
        /** It has taken place. */
        PASSED,
        /** It takes place within the notice period. */
        NEAR,
        /** It takes place later. */
        AHEAD,
        /** It concerns another cloud. */
        EXEMPT
    }

    /** Checks that nothing is null. */
    public RetirementNotice {
        Objects.requireNonNull(retirement, "retirement");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
    }

    static RetirementNotice of(Retirement retirement, Cloud cloud, LocalDate today, int noticeDays) {
        String what = retirement.what() + " (" + retirement.date() + ", " + retirement.source() + ")";
        if (retirement.cloud() != cloud) {
            return new RetirementNotice(
                    retirement,
                    Status.EXEMPT,
                    what + ": the " + Spelling.of(cloud) + " cloud is exempt from the date of the "
                            + Spelling.of(retirement.cloud()) + " cloud");
        }
        long days = ChronoUnit.DAYS.between(today, retirement.date());
        if (days <= 0) {
            return new RetirementNotice(retirement, Status.PASSED, what + ": retired since " + -days + " days");
        }
        return new RetirementNotice(
                retirement, days <= noticeDays ? Status.NEAR : Status.AHEAD, what + ": " + days + " days left");
    }
}
