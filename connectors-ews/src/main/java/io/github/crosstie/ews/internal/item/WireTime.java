package io.github.crosstie.ews.internal.item;

import io.github.crosstie.internal.exchange.EventTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Moments as the schema writes them. One with an offset is that instant; one without is local time in the zone that the
 * item names, else in that of the request, else in UTC.
 */
final class WireTime {

    private static final int DATE = 10;

    private WireTime() {}

    /**
     * A moment.
     *
     * @param text the date and time, with an offset or without
     * @param named the zone that the item names
     * @param context the zone that the request names
     * @return the moment, in the first zone that there is
     * @throws java.time.DateTimeException if the text is no date and time
     */
    static ZonedDateTime moment(String text, @Nullable ZoneId named, @Nullable ZoneId context) {
        ZoneId zone = named != null ? named : context != null ? context : ZoneOffset.UTC;
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset.atZoneSameInstant(zone)
                : ((LocalDateTime) time).atZone(zone);
    }

    static Instant instant(String text) {
        return moment(text, null, null).toInstant();
    }

    /** A date, whose offset says nothing: days of a series are days of its zone. */
    static LocalDate date(String text) {
        String date = text.trim();
        return LocalDate.parse(date.substring(0, Math.min(date.length(), DATE)));
    }

    /** An instant in whole seconds, which no zone makes another one. */
    static String text(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_INSTANT.format(EventTimes.held(moment));
    }
}
