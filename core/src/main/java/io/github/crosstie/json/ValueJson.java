package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.Sensitivity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Values of fields. What is wrong with one is told without the value, which is personal data. */
final class ValueJson {

    private static final String START = "start";
    private static final String END = "end";
    private static final String FIRST_DAY = "firstDay";
    private static final String END_DAY = "endDay";
    private static final String HASHED = "hashed";

    private ValueJson() {}

    static JsonNode write(Field<?> field, Object value) {
        if (value instanceof HashedValue hashed) {
            return JsonNodeFactory.instance.objectNode().put(HASHED, hashed.digest());
        }
        return switch (field.type()) {
            case TEXT -> TextNode.valueOf((String) value);
            case DATE -> TextNode.valueOf(value.toString());
            case EVENT_TIME -> writeTime((EventTime) value);
            case SENSITIVITY -> TextNode.valueOf(Spelling.of((Sensitivity) value));
            case TEXT_SET -> writeSet((Set<?>) value);
            case RECURRENCE -> TextNode.valueOf(value.toString());
            case CANCELLED_OCCURRENCES -> SeriesJson.write((CancelledOccurrences) value);
            case OCCURRENCE_EXCEPTIONS -> SeriesJson.write((OccurrenceExceptions) value);
        };
    }

    private static JsonNode writeTime(EventTime time) {
        if (time instanceof EventTime.Timed timed) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put(START, timed.start().toString())
                    .put(END, timed.end().toString());
        }
        EventTime.AllDay days = (EventTime.AllDay) time;
        return JsonNodeFactory.instance
                .objectNode()
                .put(FIRST_DAY, days.firstDay().toString())
                .put(END_DAY, days.endDay().toString());
    }

    private static JsonNode writeSet(Set<?> texts) {
        SortedSet<String> sorted = new TreeSet<>();
        texts.forEach(text -> sorted.add((String) text));
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        sorted.forEach(all::add);
        return all;
    }

    /** What was last seen: a value, or its digest where that alone is kept. */
    static Object readSeen(Field<?> field, JsonPlace place) {
        return isHashed(place)
                ? HashedValue.unkeyed(
                        field.type(), place.section(HASHED).require(HASHED).text())
                : read(field, place, /* maybeHashed= */ true);
    }

    /** A value that a record holds, or is to hold. */
    static Object read(Field<?> field, JsonPlace place) {
        if (isHashed(place)) {
            throw place.fault("a digest stands where a value is needed; only what was last seen is kept as digests");
        }
        return read(field, place, /* maybeHashed= */ false);
    }

    private static boolean isHashed(JsonPlace place) {
        return place.node().has(HASHED);
    }

    private static Object read(Field<?> field, JsonPlace place, boolean maybeHashed) {
        return switch (field.type()) {
            case TEXT -> text(place, "a text");
            case DATE -> date(place);
            case EVENT_TIME -> time(place);
            case SENSITIVITY -> sensitivity(place);
            case TEXT_SET -> set(place);
            case RECURRENCE -> SeriesJson.readRule(place);
            case CANCELLED_OCCURRENCES -> SeriesJson.readCancelled(place);
            case OCCURRENCE_EXCEPTIONS -> SeriesJson.readExceptions(place, maybeHashed);
        };
    }

    static String text(JsonPlace place, String wanted) {
        if (!place.isText()) {
            throw unfit(place, wanted);
        }
        return place.text();
    }

    static LocalDate date(JsonPlace place) {
        String wanted = "a date such as \"2026-01-31\"";
        String text = text(place, wanted);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw unfit(place, wanted); // the exception's message shows the text
        }
    }

    private static EventTime time(JsonPlace place) {
        JsonSection section = place.section(START, END, FIRST_DAY, END_DAY);
        boolean isTimed = section.has(START) || section.has(END);
        if (isTimed && (section.has(FIRST_DAY) || section.has(END_DAY))) {
            throw place.fault("an event has a start and an end, or a firstDay and an endDay; write one of the two");
        }
        if (isTimed) {
            ZonedDateTime start = moment(section.require(START));
            ZonedDateTime end = moment(section.require(END));
            return place.build(() -> new EventTime.Timed(start, end));
        }
        LocalDate first = date(section.require(FIRST_DAY));
        LocalDate end = date(section.require(END_DAY));
        return place.build(() -> new EventTime.AllDay(first, end));
    }

    /** Offset and zone must agree: to follow one of them would silently move the event. */
    static ZonedDateTime moment(JsonPlace place) {
        String wanted = "a moment with offset and zone such as \"2026-01-31T12:00+01:00[Europe/Berlin]\"";
        String text = text(place, wanted);
        try {
            ZonedDateTime moment = ZonedDateTime.parse(text);
            int zone = text.indexOf('[');
            OffsetDateTime said = OffsetDateTime.parse(zone < 0 ? text : text.substring(0, zone));
            if (!said.equals(moment.toOffsetDateTime())) {
                throw place.fault("the offset is not that of the zone at this moment; correct one of the two");
            }
            return moment;
        } catch (DateTimeException unreadable) {
            throw unfit(place, wanted); // the exception's message shows the text
        }
    }

    private static Sensitivity sensitivity(JsonPlace place) {
        text(place, "a text");
        return place.constant(Sensitivity.class);
    }

    private static Set<String> set(JsonPlace place) {
        SortedSet<String> texts = new TreeSet<>();
        for (JsonPlace item : place.items()) {
            if (!texts.add(text(item, "a text"))) {
                throw item.fault("this text is in the list already; drop one of the two");
            }
        }
        return Collections.unmodifiableSortedSet(texts);
    }

    private static InvalidInputException unfit(JsonPlace place, String wanted) {
        return place.fault("expected " + wanted + ", found something else, not shown as it may be personal data");
    }
}
