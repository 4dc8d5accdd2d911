package io.github.crosstie.plan;

import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.diff.MergeResult;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a record flows: all its mapped fields, all but the attendees where there are too many of them (S8), or its time and
 * confidentiality alone where it is private (S9). What does not flow is not looked at, and what was last seen of it stays, so that it
 * flows once it may.
 */
final class FlowingFields {

    /** When a series takes place is its time: of its occurrences too, only the time flows. */
    private static final Set<Field<?>> OF_PRIVATE_EVENTS = Set.of(
            EventFields.TIME,
            EventFields.SENSITIVITY,
            EventFields.RECURRENCE,
            EventFields.CANCELLED_OCCURRENCES,
            EventFields.EXCEPTIONS);

    private final boolean hidesPrivateEvents;
    private final boolean isOfEvents;
    private final int attendeeLimit;
    private final StandardFields fields;
    private final ThreeWayMerge all;
    private final ThreeWayMerge withoutAttendees;
    private final ThreeWayMerge timeOnly;

    FlowingFields(ItemKind kind, EventSettings events, StandardFields fields, ThreeWayMerge all) {
        isOfEvents = kind == ItemKind.EVENT;
        hidesPrivateEvents = isOfEvents && events.privateEvents() == PrivateEventPolicy.TIME_ONLY;
        attendeeLimit = events.attendeeLimit();
        this.fields = fields;
        this.all = all;
        withoutAttendees = isOfEvents
                ? all.narrowed(rule -> !EventFields.ATTENDEES.contains(rule.mail())
                        && !rule.mail().equals(EventFields.RESPONSES))
                : all;
        timeOnly = hidesPrivateEvents ? all.narrowed(rule -> OF_PRIVATE_EVENTS.contains(rule.mail())) : all;
    }

    /** What flows of a record that nothing is private about, and that has few attendees. */
    ThreeWayMerge all() {
        return all;
    }

    /** All that names nobody: of occurrences of their own, too, the attendees stay. */
    ThreeWayMerge withoutAttendees() {
        return withoutAttendees;
    }

    /** What flows of a new record's source. */
    ThreeWayMerge of(Side side, Item item) {
        if (hidesPrivateEvents && fields.isPrivate(side, item)) {
            return timeOnly;
        }
        return hasTooMany(side, item) ? withoutAttendees : all;
    }

    /** Why a record's attendees stay where they are; empty if they flow. */
    Optional<String> whyAttendeesStay(Side side, Item item) {
        if (!isOfEvents) {
            return Optional.empty();
        }
        int attendees = fields.attendees(side, item).size();
        return of(side, item) == withoutAttendees
                ? Optional.of("its " + attendees + " attendees stay where they are, as no more than " + attendeeLimit
                        + " flow; all other fields do. Raise the limit, or invite a group")
                : Optional.empty();
    }

    /** What two linked records ask for, and why their attendees stay where they are, if they do. */
    record Merged(MergeResult result, Optional<String> attendeesStay) {}

    /** Merges what flows of two linked records. */
    Merged merge(Views bases, Views current, Side winner) {
        MergeResult result = all.merge(bases, current, winner);
        if (!isOfEvents) {
            return new Merged(result, Optional.empty());
        }
        Views after = result.applied(current);
        Optional<Side> closed =
                hidesPrivateEvents ? newlyPrivate(all.recalled(bases, current), current) : Optional.empty();
        if (closed.isPresent() || (hidesPrivateEvents && isPrivate(after))) {
            return new Merged(mergeTime(bases, current, winner, closed), Optional.empty());
        }
        Optional<String> attendeesStay = Stream.of(current, after)
                .flatMap(views -> Stream.of(Side.values()).map(side -> whyAttendeesStay(side, views.on(side))))
                .flatMap(Optional::stream)
                .findFirst();
        return attendeesStay.isPresent()
                ? new Merged(withoutAttendees.merge(bases, current, winner), attendeesStay)
                : new Merged(result, Optional.empty());
    }

    /** Who makes an event private is not overruled by a side that has yet to learn of it. */
    private MergeResult mergeTime(Views bases, Views current, Side winner, Optional<Side> closed) {
        MergeResult result = timeOnly.merge(bases, current, winner);
        return closed.filter(
                        side -> !fields.isPrivate(side, result.applied(current).on(side)))
                .map(side -> timeOnly.merge(bases, current, side))
                .orElse(result);
    }

    private boolean isPrivate(Views views) {
        return Stream.of(Side.values()).anyMatch(side -> fields.isPrivate(side, views.on(side)));
    }

    /** The one side on which an event has become private, if the other did not know. */
    private Optional<Side> newlyPrivate(Views bases, Views current) {
        return Stream.of(Side.values())
                .filter(side -> fields.isPrivate(side, current.on(side)) && !fields.isPrivate(side, bases.on(side)))
                .filter(side -> !fields.isPrivate(side.other(), current.on(side.other())))
                .findFirst();
    }

    private boolean hasTooMany(Side side, Item item) {
        return isOfEvents && fields.attendees(side, item).size() > attendeeLimit;
    }
}
