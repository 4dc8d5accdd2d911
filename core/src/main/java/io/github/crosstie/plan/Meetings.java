package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Events with an organizer or attendees are left alone on both sides, linked or not: whose configuration rules such a meeting
 * is not decided here (S8), and a write could reach other people (S7, S11).
 */
final class Meetings {

    private static final String REASON =
            "meetings with attendees are not synced by this version; the event stays as it is on both sides";
    private static final String SAME_AS_MEETING = "it has subject, start and end of a meeting on the other side, and"
            + " meetings with attendees are not synced by this version; it stays as it is";

    private static final List<Field<?>> OF_MEETINGS =
            List.of(EventFields.ORGANIZER, EventFields.REQUIRED_ATTENDEES, EventFields.OPTIONAL_ATTENDEES);

    private final ItemKind kind;
    private final StandardFields fields;
    private final MatchKeys keys;

    Meetings(ItemKind kind, StandardFields fields, MatchKeys keys) {
        this.kind = kind;
        this.fields = fields;
        this.keys = keys;
    }

    private boolean isMeeting(Side side, Item item) {
        return kind == ItemKind.EVENT
                && OF_MEETINGS.stream()
                        .anyMatch(field -> fields.value(side, item, field).isPresent());
    }

    /** Leaves a link alone of which a side is a meeting: as it was read, or, if it was not or is gone, as it was last seen. */
    boolean skips(PlanInput input, Link link, Draft draft) {
        LinkReading reading = LinkReading.of(input, link);
        if (reading.found().isEmpty() || !isMeeting(link, reading)) {
            return false;
        }
        draft.skip(reading.records(), OutcomeCode.NOT_ORGANIZER, REASON, Waiting.until(null));
        return true;
    }

    private boolean isMeeting(Link link, LinkReading reading) {
        for (Side side : Side.values()) {
            Half half = link.on(side);
            boolean isRead = reading.found().containsKey(side);
            if (half != null && isMeeting(side, isRead ? reading.foundOn(side).item() : half.base())) {
                return true;
            }
        }
        return false;
    }

    /** Leaves unlinked meetings alone, and what could be their counterpart; returns all other records. */
    List<RecordKey> without(PlanInput input, List<RecordKey> unlinked, Draft draft) {
        Map<Side, Set<String>> skipped = new EnumMap<>(Map.of(Side.CRM, new TreeSet<>(), Side.MAIL, new TreeSet<>()));
        List<RecordKey> others = new ArrayList<>();
        for (RecordKey key : unlinked) {
            if (input.readings().get(key) instanceof ReadOutcome.Found found
                    && isMeeting(key.side(), found.record().item())) {
                SortedSet<String> own = keys.all(key.side(), found.record().item());
                skipped.getOrDefault(key.side(), Set.of()).addAll(own);
                draft.skip(List.of(key), OutcomeCode.NOT_ORGANIZER, REASON, Waiting.forKeys(own));
            } else {
                others.add(key);
            }
        }
        others.removeIf(key ->
                skipsCounterpart(input, key, skipped.getOrDefault(key.side().other(), Set.of()), draft));
        return others;
    }

    /** Nobody can tell whether a record is the other side's meeting, so it is not created there beside it. */
    private boolean skipsCounterpart(PlanInput input, RecordKey key, Set<String> meetings, Draft draft) {
        if (meetings.isEmpty() || !(input.readings().get(key) instanceof ReadOutcome.Found found)) {
            return false;
        }
        SortedSet<String> own = keys.all(key.side(), found.record().item());
        if (own.stream().noneMatch(meetings::contains)) {
            return false;
        }
        draft.skip(List.of(key), OutcomeCode.NOT_ORGANIZER, SAME_AS_MEETING, Waiting.forKeys(own));
        return true;
    }
}
