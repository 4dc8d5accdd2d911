package io.github.crosstie.item;

import static io.github.crosstie.item.ItemKind.EVENT;

import java.util.List;
import java.util.Set;

/** The standard fields of an event, named as Exchange and Microsoft Graph name them. */
public final class EventFields {

    /** Subject: a key of matching (S2). */
    public static final Field<String> SUBJECT = Field.text(EVENT, "subject");
    /** Start and end: a key of matching (S2). */
    public static final Field<EventTime> TIME = new Field<>(EVENT, "time", FieldType.EVENT_TIME);
    /** Location. */
    public static final Field<String> LOCATION = Field.text(EVENT, "location");
    /** Body. */
    public static final Field<String> BODY = Field.text(EVENT, "body");
    /** Confidentiality (S9). */
    public static final Field<Sensitivity> SENSITIVITY = new Field<>(EVENT, "sensitivity", FieldType.SENSITIVITY);
    /**
     * Address of a meeting's organizer, whose configuration rules it (S8); not set for an appointment without attendees. The mail
     * server alone says who that is: it flows from the mailbox to the CRM alone.
     */
    public static final Field<String> ORGANIZER = Field.text(EVENT, "organizer");
    /** Addresses of the required attendees. */
    public static final Field<Set<String>> REQUIRED_ATTENDEES = Field.textSet(EVENT, "requiredAttendees");
    /** Addresses of the optional attendees. */
    public static final Field<Set<String>> OPTIONAL_ATTENDEES = Field.textSet(EVENT, "optionalAttendees");
    /** Addresses of rooms and equipment. */
    public static final Field<Set<String>> RESOURCES = Field.textSet(EVENT, "resources");
    /**
     * What attendees have answered: for each who has, the address, {@code =}, and the answer as RFC 5545 PARTSTAT names it, such
     * as {@code charles@example.com=ACCEPTED}. Flows from the mailbox to the CRM alone (S7).
     */
    public static final Field<Set<String>> RESPONSES = Field.textSet(EVENT, "responses");
    /** Categories. */
    public static final Field<Set<String>> CATEGORIES = Field.textSet(EVENT, "categories");

    /**
     * By what rule the event is repeated (S6): it is a series then, {@link #TIME} is the time of its first occurrence, and all its
     * occurrences are this one item. Not set for a single event.
     */
    public static final Field<Recurrence> RECURRENCE = new Field<>(EVENT, "recurrence", FieldType.RECURRENCE);
    /** Occurrences of the series that do not take place (S6). */
    public static final Field<CancelledOccurrences> CANCELLED_OCCURRENCES =
            new Field<>(EVENT, "cancelledOccurrences", FieldType.CANCELLED_OCCURRENCES);
    /** Occurrences of the series that differ from it (S6). One that is cancelled as well does not take place. */
    public static final Field<OccurrenceExceptions> EXCEPTIONS =
            new Field<>(EVENT, "exceptions", FieldType.OCCURRENCE_EXCEPTIONS);

    /** All standard event fields, in a fixed order. */
    public static final List<Field<?>> STANDARD = List.of(
            SUBJECT,
            TIME,
            LOCATION,
            BODY,
            SENSITIVITY,
            ORGANIZER,
            REQUIRED_ATTENDEES,
            OPTIONAL_ATTENDEES,
            RESOURCES,
            RESPONSES,
            CATEGORIES,
            RECURRENCE,
            CANCELLED_OCCURRENCES,
            EXCEPTIONS);

    /** The fields that name the people and rooms of a meeting, apart from its organizer. */
    public static final List<Field<Set<String>>> ATTENDEES = List.of(REQUIRED_ATTENDEES, OPTIONAL_ATTENDEES, RESOURCES);

    private EventFields() {}
}
