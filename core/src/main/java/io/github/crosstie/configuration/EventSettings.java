package io.github.crosstie.configuration;

import io.github.crosstie.item.ItemKind;
import java.util.Objects;

/**
 * How events are synced.
 *
 * @param records what events have in common with contacts
 * @param window which events are in scope by time (S23)
 * @param privateEvents what of private events flows (S9)
 * @param invitations whether writes may make a server send mail to attendees (S7)
 * @param attendeeLimit how many attendees flow at most, 0 or more; more is reported (S8)
 */
public record EventSettings(
        RecordSettings records,
        EventWindow window,
        PrivateEventPolicy privateEvents,
        InvitationPolicy invitations,
        int attendeeLimit) {

    /** Attendees that flow unless set otherwise (S8). */
    public static final int DEFAULT_ATTENDEE_LIMIT = 50;

    /** Events off, everything else by default. */
    public static final EventSettings DEFAULT = new EventSettings(
            RecordSettings.builder(ItemKind.EVENT).build(),
            EventWindow.DEFAULT,
            PrivateEventPolicy.OFF,
            InvitationPolicy.NEVER,
            DEFAULT_ATTENDEE_LIMIT);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the settings are those of contacts or the limit is negative
     */
    public EventSettings {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(privateEvents, "privateEvents");
        Objects.requireNonNull(invitations, "invitations");
        if (records.kind() != ItemKind.EVENT) {
            throw new IllegalArgumentException("event settings need records of EVENT, not " + records.kind());
        }
        if (attendeeLimit < 0) {
            throw new IllegalArgumentException("attendee limit " + attendeeLimit + ": use 0 or more");
        }
    }

    /**
     * The same with other record settings.
     *
     * @param records the settings
     * @return a changed copy
     * @throws IllegalArgumentException if they are those of contacts
     */
    public EventSettings withRecords(RecordSettings records) {
        return new EventSettings(records, window, privateEvents, invitations, attendeeLimit);
    }

    /**
     * The same with another window.
     *
     * @param window which events are in scope by time (S23)
     * @return a changed copy
     */
    public EventSettings withWindow(EventWindow window) {
        return new EventSettings(records, window, privateEvents, invitations, attendeeLimit);
    }

    /**
     * The same with another policy for private events.
     *
     * @param privateEvents what of private events flows (S9)
     * @return a changed copy
     */
    public EventSettings withPrivateEvents(PrivateEventPolicy privateEvents) {
        return new EventSettings(records, window, privateEvents, invitations, attendeeLimit);
    }

    /**
     * The same with another policy for invitations.
     *
     * @param invitations whether writes may make a server send mail to attendees (S7)
     * @return a changed copy
     */
    public EventSettings withInvitations(InvitationPolicy invitations) {
        return new EventSettings(records, window, privateEvents, invitations, attendeeLimit);
    }

    /**
     * The same with another limit of attendees.
     *
     * @param attendeeLimit how many attendees flow at most, 0 or more (S8)
     * @return a changed copy
     * @throws IllegalArgumentException if it is negative
     */
    public EventSettings withAttendeeLimit(int attendeeLimit) {
        return new EventSettings(records, window, privateEvents, invitations, attendeeLimit);
    }
}
