package io.github.crosstie.internal.exchange;

import io.github.crosstie.item.EventTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Times of events as Exchange holds them: two instants in whole seconds with a Windows zone each. An all-day event is
 * from midnight to midnight of the user's zone (S5), because the server rounds to midnight of the zone that it is told.
 * Immutable, thread-safe.
 */
public final class EventTimes {

    private static final String UTC = "UTC";

    private final WindowsZones zones;
    private final ZoneId userZone;

    /**
     * Times in a mailbox.
     *
     * @param zones the table of zones
     * @param userZone the zone in which the mailbox's user lives
     */
    public EventTimes(WindowsZones zones, ZoneId userZone) {
        this.zones = zones;
        this.userZone = zones.asRead(userZone);
    }

    /**
     * A time as it is written.
     *
     * @param start the start, in whole seconds, in the zone with which it is read back
     * @param end the end, likewise; exclusive
     * @param allDay whether it is an all-day event
     * @param startZone the Windows zone of the start
     * @param endZone the Windows zone of the end
     */
    public record Written(ZonedDateTime start, ZonedDateTime end, boolean allDay, String startZone, String endZone) {}

    /**
     * A time as it is written.
     *
     * @param time the time of an event or of an occurrence
     * @return the same for a server
     */
    public Written written(EventTime time) {
        if (time instanceof EventTime.AllDay days) {
            String zone = windowsId(userZone);
            return new Written(
                    days.firstDay().atStartOfDay(userZone), days.endDay().atStartOfDay(userZone), true, zone, zone);
        }
        EventTime.Timed timed = (EventTime.Timed) time;
        return new Written(
                asRead(timed.start()),
                asRead(timed.end()),
                false,
                windowsId(timed.start().getZone()),
                windowsId(timed.end().getZone()));
    }

    private String windowsId(ZoneId zone) {
        return zones.windowsId(zone).orElse(UTC);
    }

    /**
     * The dates of an all-day event: rounded outwards if they are no midnights, as the server does it.
     *
     * @param start the start, in the zone of the event
     * @param end the end, likewise
     * @return the days
     */
    public static EventTime allDay(ZonedDateTime start, ZonedDateTime end) {
        LocalDate first = start.toLocalDate();
        LocalDate last = end.toLocalDate();
        LocalDate after = end.isEqual(last.atStartOfDay(end.getZone())) ? last : last.plusDays(1);
        return new EventTime.AllDay(first, after.isAfter(first) ? after : first.plusDays(1));
    }

    /**
     * What a mailbox holds of a time.
     *
     * @param time a time
     * @return the time as it is read back
     */
    public EventTime held(EventTime time) {
        return time instanceof EventTime.Timed timed
                ? new EventTime.Timed(asRead(timed.start()), asRead(timed.end()))
                : time;
    }

    private ZonedDateTime asRead(ZonedDateTime moment) {
        return held(moment.withZoneSameInstant(zones.asRead(moment.getZone())));
    }

    /**
     * What is left of a moment.
     *
     * @param moment a moment
     * @return the same without parts of seconds, which the server does not keep
     */
    public static ZonedDateTime held(ZonedDateTime moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
