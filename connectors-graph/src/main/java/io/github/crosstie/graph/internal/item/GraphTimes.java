package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.EventTimes;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.EventTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Times of events as they are written: by the clock on the wall. Where clocks are set back an hour comes twice, and
 * Graph takes the first for meant: a time in the second keeps its instant, and is written in UTC.
 */
final class GraphTimes {

    private static final String START = "start";
    private static final String END = "end";
    private static final String UTC = "UTC";

    private final WindowsZones zones;
    private final EventTimes times;

    GraphTimes(WindowsZones zones, ZoneId userZone) {
        this.zones = zones;
        this.times = new EventTimes(zones, userZone);
    }

    /** Puts a time into a body. */
    void write(EventTime time, ObjectNode body) {
        EventTimes.Written written = times.written(time);
        if (time instanceof EventTime.AllDay days) {
            // Midnight, even on a day that begins at one o'clock there.
            body.set(START, GraphTime.write(days.firstDay().atStartOfDay(), written.startZone()));
            body.set(END, GraphTime.write(days.endDay().atStartOfDay(), written.endZone()));
        } else {
            body.set(START, moment(written.start(), written.startZone()));
            body.set(END, moment(written.end(), written.endZone()));
        }
        body.put("isAllDay", written.allDay());
    }

    private ObjectNode moment(ZonedDateTime moment, String windowsId) {
        return GraphTime.write(told(moment).toLocalDateTime(), comesAgain(moment) ? UTC : windowsId);
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
}
