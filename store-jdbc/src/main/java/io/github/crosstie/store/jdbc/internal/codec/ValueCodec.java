package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Sensitivity;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values of fields, by their types. */
final class ValueCodec {

    private ValueCodec() {}

    static JsonNode write(FieldType type, Object value, Digests digests) {
        return switch (type) {
            case TEXT -> TextNode.valueOf((String) value);
            case DATE, SENSITIVITY, RECURRENCE -> TextNode.valueOf(value.toString());
            case EVENT_TIME -> write((EventTime) value);
            case TEXT_SET -> Json.array((Set<?>) value, text -> TextNode.valueOf((String) text));
            case CANCELLED_OCCURRENCES ->
                Json.array(((CancelledOccurrences) value).starts(), start -> TextNode.valueOf(start.toString()));
            case OCCURRENCE_EXCEPTIONS ->
                Json.array(((OccurrenceExceptions) value).byStart().entrySet(), exception -> write(exception, digests));
        };
    }

    static Object read(FieldType type, JsonNode json, Digests digests) {
        return switch (type) {
            case TEXT -> Json.text(json);
            case DATE -> LocalDate.parse(Json.text(json));
            case SENSITIVITY -> Sensitivity.valueOf(Json.text(json));
            case RECURRENCE -> Recurrence.parse(Json.text(json));
            case EVENT_TIME -> time(json);
            case TEXT_SET -> texts(json);
            case CANCELLED_OCCURRENCES -> cancelled(json);
            case OCCURRENCE_EXCEPTIONS -> exceptions(json, digests);
        };
    }

    private static ObjectNode write(EventTime time) {
        ObjectNode json = Json.object();
        if (time instanceof EventTime.Timed timed) {
            return json.put("start", timed.start().toString())
                    .put("end", timed.end().toString());
        }
        EventTime.AllDay days = (EventTime.AllDay) time;
        return json.put("firstDay", days.firstDay().toString())
                .put("endDay", days.endDay().toString());
    }

    private static EventTime time(JsonNode json) {
        return json.has("start")
                ? new EventTime.Timed(
                        ZonedDateTime.parse(Json.text(json, "start")), ZonedDateTime.parse(Json.text(json, "end")))
                : new EventTime.AllDay(
                        LocalDate.parse(Json.text(json, "firstDay")), LocalDate.parse(Json.text(json, "endDay")));
    }

    private static Set<String> texts(JsonNode json) {
        SortedSet<String> texts = new TreeSet<>();
        json.forEach(text -> texts.add(Json.text(text)));
        return Collections.unmodifiableSortedSet(texts);
    }

    private static CancelledOccurrences cancelled(JsonNode json) {
        SortedSet<OriginalStart> starts = new TreeSet<>();
        json.forEach(start -> starts.add(OriginalStart.parse(Json.text(start))));
        return new CancelledOccurrences(starts);
    }

    private static JsonNode write(Map.Entry<OriginalStart, OccurrenceException> exception, Digests digests) {
        ObjectNode json = Json.object().put("start", exception.getKey().toString());
        json.set("changed", ItemCodec.write(exception.getValue().changed(), digests));
        json.set("cleared", Json.array(exception.getValue().cleared(), ItemCodec::write));
        return json;
    }

    private static OccurrenceExceptions exceptions(JsonNode json, Digests digests) {
        SortedMap<OriginalStart, OccurrenceException> byStart = new TreeMap<>();
        for (JsonNode each : json) {
            byStart.put(
                    OriginalStart.parse(Json.text(each, "start")),
                    new OccurrenceException(
                            ItemCodec.read(Json.require(each, "changed"), digests),
                            new TreeSet<>(Json.list(each, "cleared", ItemCodec::readField))));
        }
        return new OccurrenceExceptions(byStart);
    }
}
