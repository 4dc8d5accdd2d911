package io.github.crosstie.graph.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.WindowsZones;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
        ZoneId known = zones.zone(zone)
                .orElseThrow(() -> new IllegalArgumentException("a time in a zone that nobody knows"));
        return LocalDateTime.parse(time.path(DATE_TIME).asText("")).atZone(known);
    }

    /** Whether it is midnight in the zone that is named. */
    static boolean isMidnight(ZonedDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /**
     * Writes a moment.
     *
     * @param moment the moment, in the zone
     * @param windowsId the Windows zone
     * @return the local time and its zone
     */
    static ObjectNode write(ZonedDateTime moment, String windowsId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(DATE_TIME, LOCAL.format(moment))
                .put(TIME_ZONE, windowsId);
    }
}
