package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.WireRecurrence;
import java.time.LocalDate;

/** The value {@code recurrence} of an event: a pattern and a range. */
final class RecurrenceJson {

    private static final String PATTERN = "pattern";
    private static final String RANGE = "range";
    private static final String TYPE = "type";
    private static final String START = "startDate";
    private static final String END = "endDate";
    private static final String COUNT = "numberOfOccurrences";

    private RecurrenceJson() {}

    /**
     * Reads it.
     *
     * @param recurrence the value
     * @return what it says
     * @throws IllegalArgumentException if it says nothing that a calendar can hold
     * @throws java.time.DateTimeException if its dates are none
     */
    static WireRecurrence read(JsonNode recurrence) {
        JsonNode range = recurrence.path(RANGE);
        LocalDate start = LocalDate.parse(range.path(START).asText(""));
        return new WireRecurrence(PatternJson.read(recurrence.path(PATTERN), start), start, range(range));
    }

    private static WireRecurrence.Range range(JsonNode range) {
        return switch (range.path(TYPE).asText("")) {
            case "noEnd" -> new WireRecurrence.Range.NoEnd();
            case "endDate" ->
                new WireRecurrence.Range.EndDate(LocalDate.parse(range.path(END).asText("")));
            case "numbered" ->
                new WireRecurrence.Range.Numbered(
                        PatternJson.number(range.path(COUNT).asInt(0)));
            default -> throw new IllegalArgumentException("recurrence with a range that Graph does not have");
        };
    }

    /**
     * Writes it.
     *
     * @param recurrence what it says
     * @param windowsId the zone of the series
     * @return the value
     */
    static ObjectNode write(WireRecurrence recurrence, String windowsId) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.set(PATTERN, PatternJson.write(recurrence.pattern()));
        ObjectNode range = written.putObject(RANGE);
        if (recurrence.range() instanceof WireRecurrence.Range.EndDate end) {
            range.put(TYPE, "endDate").put(END, end.day().toString());
        } else if (recurrence.range() instanceof WireRecurrence.Range.Numbered numbered) {
            range.put(TYPE, "numbered").put(COUNT, numbered.occurrences());
        } else {
            range.put(TYPE, "noEnd");
        }
        range.put(START, recurrence.start().toString()).put("recurrenceTimeZone", windowsId);
        return written;
    }
}
