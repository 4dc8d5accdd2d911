package io.github.crosstie.internal.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Birthdays and anniversaries: dates that Exchange holds as moments. */
public final class ContactDates {

    /** The date that MAPI takes for none, and the first that a server's clock can tell. */
    private static final LocalDate NONE = LocalDate.of(4501, 1, 1);

    private static final LocalDate FIRST = LocalDate.of(1601, 1, 1);

    /** Shortly before noon in UTC, a date is the same in every zone from -11 to +12 hours. */
    private static final String NOON = "T11:59:00Z";

    private static final int HALF_A_DAY = 12;

    private ContactDates() {}

    /**
     * A date as it is written.
     *
     * @param date a date that a mailbox can hold
     * @return the moment that stands for it, in UTC
     */
    public static String text(LocalDate date) {
        return date + NOON;
    }

    /**
     * The date that a moment stands for. Whoever wrote it meant midnight in a zone of his own, or noon in UTC: the
     * nearest midnight is the one meant.
     *
     * @param moment what a mailbox holds
     * @return the date; null for the one that stands for none
     */
    public static @Nullable LocalDate day(Instant moment) {
        return held(moment.atOffset(ZoneOffset.UTC).plusHours(HALF_A_DAY).toLocalDate());
    }

    /**
     * What a mailbox holds of a date.
     *
     * @param date a date
     * @return the date as it is read back; null if no mailbox can hold it
     */
    public static @Nullable LocalDate held(LocalDate date) {
        return date.isBefore(FIRST) || !date.isBefore(NONE) ? null : date;
    }
}
