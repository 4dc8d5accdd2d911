package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.EventTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place: two moments, or whole days. Of an all-day event Salesforce keeps the first and the last day as midnights in
 * UTC, whatever the owner's zone; the last day is included, while everywhere else the end is the day after.
 */
final class EventTimes {

    static final List<String> COLUMNS = List.of("StartDateTime", "EndDateTime", "IsAllDayEvent", "ActivityDate");

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT);

    private final ZoneId zone;

    EventTimes(ZoneId zone) {
        this.zone = zone;
    }

    @Nullable
    EventTime read(JsonNode row) {
        if (row.path("IsAllDayEvent").asBoolean()) {
            LocalDate first = day(row, "StartDateTime");
            LocalDate last = row.path("EndDateTime").isNull() ? first : day(row, "EndDateTime");
            return new EventTime.AllDay(first, (last.isBefore(first) ? first : last).plusDays(1));
        }
        Instant start = moment(row, "StartDateTime");
        Instant end = moment(row, "EndDateTime");
        return new EventTime.Timed(start.atZone(zone), end.atZone(zone));
    }

    private static LocalDate day(JsonNode row, String column) {
        return moment(row, column).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant moment(JsonNode row, String column) {
        return OffsetDateTime.parse(row.path(column).asText(), READ).toInstant();
    }

    void write(EventTime time, ObjectNode row) {
        if (time instanceof EventTime.AllDay days) {
            row.put("IsAllDayEvent", true)
                    .put("ActivityDate", days.firstDay().toString())
                    .put("StartDateTime", midnight(days.firstDay()))
                    .put("EndDateTime", midnight(days.endDay().minusDays(1)));
        } else {
            EventTime.Timed timed = (EventTime.Timed) time;
            row.put("IsAllDayEvent", false)
                    .put("StartDateTime", text(timed.start()))
                    .put("EndDateTime", text(timed.end()));
        }
    }

    private static String midnight(LocalDate day) {
        return text(day.atStartOfDay(ZoneOffset.UTC));
    }

    private static String text(ZonedDateTime moment) {
        return moment.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Moments to the second, in the owner's zone; days as they are. */
    EventTime project(EventTime time) {
        if (time instanceof EventTime.Timed timed) {
            return new EventTime.Timed(kept(timed.start()), kept(timed.end()));
        }
        return time;
    }

    private ZonedDateTime kept(ZonedDateTime moment) {
        return moment.toInstant().truncatedTo(ChronoUnit.SECONDS).atZone(zone);
    }
}
