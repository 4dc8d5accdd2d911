package io.github.crosstie.graph.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.EventTimes;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.EventTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Times of events as they are written: by the clock on the wall. Where clocks are set back an hour comes twice, and Graph
 * takes the first for meant: a time in the second keeps its instant, and is written in UTC.
 */
final class GraphTimes {

    private final WindowsZones zones;
    private final EventTimes times;

    GraphTimes(WindowsZones zones, ZoneId userZone) {
        this.zones = zones;
        this.times = new EventTimes(zones, userZone);
    }

    /** Puts a time into a body. */
    void write(EventTime time, ObjectNode body) {
        EventTimes.Written written = times.written(time);
        body.set("start", GraphTime.write(told(written.start()), zone(written.start(), written.startZone())));
        body.set("end", GraphTime.write(told(written.end()), zone(written.end(), written.endZone())));
        body.put("isAllDay", written.allDay());
    }

    /** The Windows zone of a series. */
    String zone(EventTime first) {
        return times.written(first).startZone();
    }

    /** What a mailbox holds of a time. */
    EventTime held(EventTime time) {
        EventTime held = times.held(time);
        return held instanceof EventTime.Timed timed
                ? new EventTime.Timed(told(timed.start()), told(timed.end()))
                : held;
    }

    /** Whether it is a moment of which the clock on the wall shows another one first. */
    static boolean comesAgain(ZonedDateTime moment) {
        return !moment.withEarlierOffsetAtOverlap().getOffset().equals(moment.getOffset());
    }

    private ZonedDateTime told(ZonedDateTime moment) {
        return comesAgain(moment) ? moment.withZoneSameInstant(zones.zoneOfUtc()) : moment;
    }

    private String zone(ZonedDateTime moment, String windowsId) {
        return comesAgain(moment) ? "UTC" : windowsId;
    }
}
