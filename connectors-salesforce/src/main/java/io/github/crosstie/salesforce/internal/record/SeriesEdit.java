package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.salesforce.internal.rest.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** By which steps a series becomes another one. */
final class SeriesEdit {

    /** Why some texts cannot be written. */
    static final String MISREAD =
            "Salesforce takes '@{' in a text for the sign of a reference where several records of a"
                    + " series are written at once; write the text without it";

    private static final OccurrenceException AS_USUAL =
            OccurrenceException.of(Item.event().build());

    private final RecordMapping mapping;
    private final EventSeries series;
    private final JsonNode row;
    private final Item before;
    private final Item after;
    private final ObjectNode head = JsonNodeFactory.instance.objectNode();
    private final List<Transaction.Step> steps = new ArrayList<>();

    SeriesEdit(RecordMapping mapping, EventSeries series, JsonNode row, Item after) {
        this.mapping = mapping;
        this.series = series;
        this.row = row;
        this.before = series.read(row);
        this.after = after;
    }

    /** Gives the series a mark. */
    void mark(String column, String mark) {
        head.put(column, mark);
    }

    List<Transaction.Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * Finds the steps.
     *
     * @param path where a record is
     * @return why there are none
     */
    Optional<String> plan(UnaryOperator<String> path) {
        boolean isMoved = !Objects.equals(before.value(EventFields.TIME), after.value(EventFields.TIME))
                || !Objects.equals(before.value(EventFields.RECURRENCE), after.value(EventFields.RECURRENCE));
        if (isMoved && (hasOwn(before) || hasOwn(after))) {
            return Optional.of(
                    "Salesforce makes all occurrences of a series anew when its rule or time changes, and loses"
                            + " which are cancelled or changed; delete the series, and add another one");
        }
        Map<Field<?>, @Nullable Object> changes = new HashMap<>();
        for (Field<?> field : EventSeries.differing(before, after)) {
            if (!field.equals(EventFields.CANCELLED_OCCURRENCES) && !field.equals(EventFields.EXCEPTIONS)) {
                changes.put(field, after.value(field));
            }
        }
        if (isMoved) {
            changes.put(EventFields.TIME, after.value(EventFields.TIME));
        }
        head.setAll(mapping.update(changes, row));
        if (!head.isEmpty()) {
            steps.add(new Transaction.Step("PATCH", path.apply(RowReader.id(row)), head));
        }
        Optional<String> reason = isMoved ? Optional.empty() : planOccurrences(path);
        if (reason.isEmpty() && steps.size() > Transaction.MOST_STEPS) {
            return Optional.of("more occurrences of the series change than Salesforce takes at once; change fewer");
        }
        return reason.isEmpty() && Transaction.isMisread(steps) ? Optional.of(MISREAD) : reason;
    }

    private static boolean hasOwn(Item item) {
        return item.value(EventFields.CANCELLED_OCCURRENCES) != null || item.value(EventFields.EXCEPTIONS) != null;
    }

    private Optional<String> planOccurrences(UnaryOperator<String> path) {
        CancelledOccurrences cancelled =
                after.get(EventFields.CANCELLED_OCCURRENCES).orElse(CancelledOccurrences.NONE);
        SortedMap<OriginalStart, JsonNode> rows = series.rows(row);
        for (Map.Entry<OriginalStart, EventTime> slot : series.slots(after).entrySet()) {
            JsonNode occurrence = rows.get(slot.getKey());
            if (cancelled.contains(slot.getKey())) {
                if (occurrence != null) {
                    steps.add(new Transaction.Step("DELETE", path.apply(RowReader.id(occurrence)), null));
                }
            } else if (occurrence == null) {
                return Optional.of("Salesforce cannot bring a deleted occurrence of a series back; take it out of the"
                        + " recycle bin there, or add an event");
            } else {
                planOccurrence(slot.getKey(), slot.getValue(), occurrence, path);
            }
        }
        return Optional.empty();
    }

    private void planOccurrence(OriginalStart start, EventTime time, JsonNode occurrence, UnaryOperator<String> path) {
        OccurrenceException was = exception(before, start);
        OccurrenceException willBe = exception(after, start);
        boolean isFollowing =
                was.isEmpty() && !occurrence.path("IsRecurrence2Exception").asBoolean();
        if (isFollowing && willBe.isEmpty()) {
            return;
        }
        Item wanted =
                willBe.appliedTo(after.toBuilder().set(EventFields.TIME, time).build());
        Item now = was.appliedTo(before.toBuilder().set(EventFields.TIME, time).build());
        Set<Field<?>> fields = new HashSet<>(EventSeries.differing(now, wanted));
        if (isFollowing) {
            fields.addAll(willBe.fields());
        }
        if (!fields.isEmpty()) {
            Map<Field<?>, @Nullable Object> changes = new HashMap<>();
            fields.forEach(field -> changes.put(field, wanted.value(field)));
            steps.add(new Transaction.Step(
                    "PATCH", path.apply(RowReader.id(occurrence)), mapping.update(changes, occurrence)));
        }
    }

    private static OccurrenceException exception(Item item, OriginalStart start) {
        return item.get(EventFields.EXCEPTIONS)
                .orElse(OccurrenceExceptions.NONE)
                .get(start)
                .orElse(AS_USUAL);
    }
}
