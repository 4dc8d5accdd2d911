package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.WindowsZones;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a service answers when it has been told something: the same in other words. */
final class Answered {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXTENDED = "singleValueExtendedProperties";
    private static final DateTimeFormatter SEVEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);

    private Answered() {}

    /** JSON with apostrophes for quotation marks. */
    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** An item with some properties, besides those that every item has. */
    static ObjectNode entity(String properties) {
        return told(json("{" + properties + "}"));
    }

    /** The item that was created by a body. */
    static ObjectNode told(ObjectNode body) {
        ObjectNode answer = body.deepCopy();
        answer.put("id", "AAMk1").put("@odata.etag", "W/\"CQAAAA==\"");
        answer.path(EXTENDED).forEach(property -> {
            ObjectNode extended = (ObjectNode) property;
            extended.put(
                    "id",
                    extended.path("id")
                            .asText()
                            .replace(" 0x0", " 0x")
                            .replace("3A", "3a")
                            .replace("7f1a3c52", "7F1A3C52"));
        });
        return answer;
    }

    /** The event that was created by a body: its times in UTC, those of whole days as they are. */
    static ObjectNode event(ObjectNode body) {
        ObjectNode answer = told(body);
        boolean allDay = body.path("isAllDay").asBoolean();
        answer.set("originalStartTimeZone", body.path("start").path("timeZone"));
        answer.set("originalEndTimeZone", body.path("end").path("timeZone"));
        answer.set("start", inUtc(body.path("start"), allDay));
        answer.set("end", inUtc(body.path("end"), allDay));
        answer.put("iCalUId", "040000008200E0").put("isOrganizer", true);
        answer.put("type", body.has("recurrence") ? "seriesMaster" : "singleInstance");
        answer.putArray("exceptionOccurrences");
        answer.putArray("cancelledOccurrences");
        return answer;
    }

    private static ObjectNode inUtc(JsonNode time, boolean asItIs) {
        LocalDateTime shown = asItIs
                ? GraphTime.local(time)
                : GraphTime.read(time, WindowsZones.standard())
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
        return JSON.createObjectNode()
                .put("dateTime", SEVEN_DIGITS.format(shown))
                .put("timeZone", "UTC");
    }
}
