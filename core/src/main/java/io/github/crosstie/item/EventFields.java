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
    /** Address of a meeting's organizer, whose configuration rules it (S8); not set for an appointment without attendees. */
    public static final Field<String> ORGANIZER = Field.text(EVENT, "organizer");
    /** Addresses of the required attendees. */
    public static final Field<Set<String>> REQUIRED_ATTENDEES = Field.textSet(EVENT, "requiredAttendees");
    /** Addresses of the optional attendees. */
    public static final Field<Set<String>> OPTIONAL_ATTENDEES = Field.textSet(EVENT, "optionalAttendees");
    /** Categories. */
    public static final Field<Set<String>> CATEGORIES = Field.textSet(EVENT, "categories");

    /** All standard event fields, in a fixed order. */
    public static final List<Field<?>> ALL = List.of(
            SUBJECT, TIME, LOCATION, BODY, SENSITIVITY, ORGANIZER, REQUIRED_ATTENDEES, OPTIONAL_ATTENDEES, CATEGORIES);

    private EventFields() {}
}
