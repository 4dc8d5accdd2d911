package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;

/** Times of events: a wall clock's text and the zone where it hangs. Answers have seven digits of a second. */
final class EventTimes {

    /** What stands where no time is known. */
    static final String NEVER = "0001-01-01T00:00:00Z";

    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS");

    private EventTimes() {}

    /**
     * A time of a request.
     *
     * @param local what the wall clock shows
     * @param zone Windows' name of its zone
     * @param instant when that is
     */
    record Moment(LocalDateTime local, String zone, Instant instant) {

        boolean isMidnight() {
            return local.toLocalTime().equals(LocalTime.MIDNIGHT);
        }
    }

    /** Reads a {@code dateTimeTimeZone}. */
    static Moment read(String property, JsonNode value) throws Refusal {
        JsonNode text = value.path("dateTime");
        JsonNode zone = value.path("timeZone");
        if (!text.isTextual() || !zone.isTextual()) {
            throw invalid("The " + property + " property needs a dateTime and a timeZone.");
        }
        String name = GraphZones.windows(zone.textValue());
        ZoneRules rules = GraphZones.rules(name);
        LocalDateTime local = local(property, text.textValue(), rules);
        return new Moment(local, name, Times.instant(local, rules));
    }

    private static LocalDateTime local(String property, String text, ZoneRules rules) throws Refusal {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay();
            }
            if (text.endsWith("Z") || text.lastIndexOf('-') > text.indexOf('T') || text.indexOf('+') > 0) {
                return Times.local(OffsetDateTime.parse(text).toInstant(), rules);
            }
            return LocalDateTime.parse(text);
        } catch (DateTimeException unreadable) {
            throw invalid("The dateTime of the " + property + " property is no date with a time.");
        }
    }

    /** Reads the edge of a window: without an offset it is in UTC, whatever zone the answer is to be in. */
    static Instant edge(String parameter, String text) throws Refusal {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            boolean offset = text.endsWith("Z") || text.lastIndexOf('-') > text.indexOf('T') || text.indexOf('+') > 0;
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            throw new Refusal(
                    "ErrorInvalidParameter", "The value '" + text + "' of parameter '" + parameter + "' is invalid.");
        }
    }

    /** Tells a moment in a zone that a request has asked for. */
    static ObjectNode show(Instant moment, String zone) throws Refusal {
        return show(Times.local(moment, GraphZones.rules(zone)), zone);
    }

    /** Tells a wall clock's text as if it hung in a zone. */
    static ObjectNode show(LocalDateTime local, String zone) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("dateTime", WALL_CLOCK.format(local))
                .put("timeZone", zone);
    }

    static Refusal invalid(String text) {
        return new Refusal("ErrorPropertyValidationFailure", text);
    }
}
