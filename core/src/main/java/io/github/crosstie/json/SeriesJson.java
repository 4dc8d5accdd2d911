package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What makes an event a series (S6): its rule, occurrences that do not take place, and occurrences that differ. */
final class SeriesJson {

    private SeriesJson() {}

    static Recurrence readRule(JsonPlace place) {
        String rule = ValueJson.text(place, "a rule such as \"FREQ=WEEKLY;BYDAY=MO\"");
        return place.build(() -> Recurrence.parse(rule));
    }

    static JsonNode write(CancelledOccurrences cancelled) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        cancelled.starts().forEach(start -> all.add(start.toString()));
        return all;
    }

    static CancelledOccurrences readCancelled(JsonPlace place) {
        SortedSet<OriginalStart> starts = new TreeSet<>();
        for (JsonPlace item : place.items()) {
            if (!starts.add(start(item))) {
                throw item.fault("this occurrence is in the list already; drop one of the two");
            }
        }
        return new CancelledOccurrences(starts);
    }

    static JsonNode write(OccurrenceExceptions exceptions) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        exceptions.byStart().forEach((start, exception) -> {
            ObjectNode one = all.addObject().put("start", start.toString());
            one.set("changed", ItemJson.fields(exception.changed()));
            ArrayNode cleared = one.putArray("cleared");
            exception.cleared().forEach(field -> cleared.add(FieldJson.write(field)));
        });
        return all;
    }

    static OccurrenceExceptions readExceptions(JsonPlace place, boolean maybeHashed) {
        SortedMap<OriginalStart, OccurrenceException> byStart = new TreeMap<>();
        for (JsonPlace item : place.items()) {
            JsonSection section = item.section("start", "changed", "cleared");
            JsonPlace start = section.require("start");
            if (byStart.put(start(start), readException(section, maybeHashed)) != null) {
                throw start.fault("this occurrence is in the list already; drop one of the two");
            }
        }
        return new OccurrenceExceptions(byStart);
    }

    private static OccurrenceException readException(JsonSection section, boolean maybeHashed) {
        JsonPlace fields = section.require("changed");
        Item changed =
                maybeHashed ? ItemJson.readSeen(ItemKind.EVENT, fields) : ItemJson.readFields(ItemKind.EVENT, fields);
        SortedSet<Field<?>> cleared = new TreeSet<>();
        for (JsonPlace field : section.require("cleared").items()) {
            if (!cleared.add(FieldJson.readField(ItemKind.EVENT, field))) {
                throw field.fault("this field is in the list already; drop one of the two");
            }
        }
        OccurrenceException exception = section.place().build(() -> new OccurrenceException(changed, cleared));
        if (exception.isEmpty()) {
            throw section.place().fault("the occurrence does not differ from the series; leave it out");
        }
        return exception;
    }

    private static OriginalStart start(JsonPlace place) {
        String text = ValueJson.text(place, "a date or a moment");
        return text.indexOf('T') < 0
                ? new OriginalStart.OnDay(ValueJson.date(place))
                : new OriginalStart.At(ValueJson.moment(place));
    }
}
