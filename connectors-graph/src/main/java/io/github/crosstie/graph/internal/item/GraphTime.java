package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.WindowsZones;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as Graph has it: a local time and the name of its zone, a Windows one or one of IANA. */
final class GraphTime {

    private static final String DATE_TIME = "dateTime";
    private static final String TIME_ZONE = "timeZone";

    /** Never without seconds, as an ISO time may be. */
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private GraphTime() {}

    /**
     * A moment.
     *
     * @param time the local time and its zone
     * @param zones the table of zones
     * @return the moment, in the zone that is named
     * @throws java.time.DateTimeException if it is none
     * @throws IllegalArgumentException if the zone is none
     */
    static ZonedDateTime read(JsonNode time, WindowsZones zones) {
        String zone = time.path(TIME_ZONE).asText("");
        ZoneId known =
                zones.zone(zone).orElseThrow(() -> new IllegalArgumentException("a time in a zone that nobody knows"));
        return local(time).atZone(known);
    }

    /** What the clock on the wall shows. */
    static LocalDateTime local(JsonNode time) {
        return LocalDateTime.parse(time.path(DATE_TIME).asText(""));
    }

    /**
     * Writes a moment.
     *
     * @param local what the clock on the wall shows
     * @param windowsId the Windows zone
     * @return the local time and its zone
     */
    static ObjectNode write(LocalDateTime local, String windowsId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(DATE_TIME, LOCAL.format(local))
                .put(TIME_ZONE, windowsId);
    }
}
