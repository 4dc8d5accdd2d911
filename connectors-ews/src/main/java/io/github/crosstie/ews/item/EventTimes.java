package io.github.crosstie.ews.item;

import io.github.crosstie.ews.zone.WindowsZones;
import io.github.crosstie.item.EventTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Times of events as Exchange holds them: two instants in whole seconds with a Windows zone each. An all-day event is
 * from midnight to midnight of the user's zone (S5), because the server rounds to midnight of the zone that it is told.
 */
final class EventTimes {

    private static final String UTC = "UTC";

    private final WindowsZones zones;
    private final ZoneId userZone;

    EventTimes(WindowsZones zones, ZoneId userZone) {
        this.zones = zones;
        this.userZone = zones.asRead(userZone);
    }

    /**
     * A time as it is written.
     *
     * @param start the start, an instant
     * @param end the end, an instant
     * @param allDay whether it is an all-day event
     * @param startZone the Windows zone of the start
     * @param endZone the Windows zone of the end
     */
    record Written(String start, String end, boolean allDay, String startZone, String endZone) {}

    Written written(EventTime time) {
        if (time instanceof EventTime.AllDay days) {
            String zone = windowsId(userZone);
            return new Written(
                    WireTime.text(days.firstDay().atStartOfDay(userZone)),
                    WireTime.text(days.endDay().atStartOfDay(userZone)),
                    true,
                    zone,
                    zone);
        }
        EventTime.Timed timed = (EventTime.Timed) time;
        return new Written(
                WireTime.text(timed.start()),
                WireTime.text(timed.end()),
                false,
                windowsId(timed.start().getZone()),
                windowsId(timed.end().getZone()));
    }

    private String windowsId(ZoneId zone) {
        return zones.windowsId(zone).orElse(UTC);
    }

    /** Whether a series in this zone keeps its hours over the changes of the clocks. */
    boolean keeps(ZoneId zone) {
        return zones.windowsId(zone).isPresent();
    }

    /** The dates of an all-day event: rounded outwards if they are no midnights, as the server does it. */
    static EventTime allDay(ZonedDateTime start, ZonedDateTime end) {
        LocalDate first = start.toLocalDate();
        LocalDate last = end.toLocalDate();
        LocalDate after = end.isEqual(last.atStartOfDay(end.getZone())) ? last : last.plusDays(1);
        return new EventTime.AllDay(first, after.isAfter(first) ? after : first.plusDays(1));
    }

    EventTime held(EventTime time) {
        return time instanceof EventTime.Timed timed
                ? new EventTime.Timed(held(timed.start()), held(timed.end()))
                : time;
    }

    private ZonedDateTime held(ZonedDateTime moment) {
        return WireTime.held(moment.withZoneSameInstant(zones.asRead(moment.getZone())));
    }
}
