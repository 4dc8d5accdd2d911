package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.salesforce.internal.rest.RecordCollections;
import io.github.crosstie.salesforce.internal.rest.RestError;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import io.github.crosstie.salesforce.internal.rest.Transaction;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes series, never half of one. Edits and deletions are one transaction each. A series with cancelled or changed occurrences is made in
 * two steps, as its occurrences come to be by the first: between them it carries a mark by which it is nobody's record.
 */
final class SeriesWrites {

    private static final String UNFINISHED = "~";
    private static final String TAKEN = "another series of the same owner has the same rule and start, and Salesforce"
            + " would not tell whose an occurrence is; give one of them another time";
    private static final String CLASSIC =
            "it is a series of the classic kind, which is read and never written; edit it in"
                    + " Salesforce, or make an event series of it there";
    private static final Duration LATER = Duration.ofMinutes(1);

    private final SalesforceRest rest;
    private final RecordMapping mapping;
    private final EventSeries series;
    private final RowReader reader;
    private final RecordAccess access;
    private final SeriesRows rows;
    private final @Nullable String tagColumn;
    private final String owner;
    private final Function<RestError, WriteOutcome> refused;

    SeriesWrites(
            SalesforceRest rest,
            RecordMapping mapping,
            EventSeries series,
            RowReader reader,
            RecordAccess access,
            @Nullable String tagColumn,
            String owner,
            Function<RestError, WriteOutcome> refused) {
        this.rest = rest;
        this.mapping = mapping;
        this.series = series;
        this.reader = reader;
        this.access = access;
        this.rows = new SeriesRows(rest, reader);
        this.tagColumn = tagColumn;
        this.owner = owner;
        this.refused = refused;
    }

    /** Whether a mark says that a series is not whole yet. */
    static boolean isUnfinished(String mark) {
        return mark.startsWith(UNFINISHED);
    }

    WriteOutcome create(Write.Create create) {
        try {
            return createOnce(create);
        } catch (IllegalArgumentException e) {
            return impossible(String.valueOf(e.getMessage()));
        }
    }

    private WriteOutcome createOnce(Write.Create create) {
        Optional<String> reason = mapping.cannotExpress(create.item());
        if (reason.isPresent()) {
            return impossible(reason.get());
        }
        String column = tagColumn;
        if (column != null) {
            List<Tagged> made = access.find(column, List.of(create.tag()));
            if (!made.isEmpty()) {
                return written(made.get(0).id().value());
            }
        }
        boolean isPlain = create.item().value(EventFields.CANCELLED_OCCURRENCES) == null
                && create.item().value(EventFields.EXCEPTIONS) == null;
        if (column == null || isPlain) {
            return isTaken(create.item())
                    ? impossible(TAKEN)
                    : made(insert(create, create.tag().value()), this::written);
        }
        if (hasMisreadExceptions(create.item())) {
            return impossible(SeriesEdit.MISREAD);
        }
        String mark = UNFINISHED + create.idempotencyKey();
        List<Tagged> begun = access.find(column, List.of(new CorrelationTag(mark)));
        if (!begun.isEmpty()) {
            return finish(begun.get(0).id().value(), create, column);
        }
        return isTaken(create.item())
                ? impossible(TAKEN)
                : made(insert(create, mark), id -> finish(id, create, column));
    }

    /** Whether the second step could not be done. */
    private static boolean hasMisreadExceptions(Item item) {
        return item.get(EventFields.EXCEPTIONS).orElse(OccurrenceExceptions.NONE).byStart().values().stream()
                .flatMap(exception -> exception.changed().values().values().stream())
                .anyMatch(value -> value instanceof String text && Transaction.isMisread(text));
    }

    /** Whether a series is there already whose occurrences could not be told from this one's. */
    private boolean isTaken(Item item) {
        EventTime time = item.get(EventFields.TIME).orElseThrow();
        Instant start = time instanceof EventTime.AllDay days
                ? days.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant()
                : ((EventTime.Timed) time).start().toInstant().truncatedTo(ChronoUnit.SECONDS);
        String pattern = EventSeries.pattern(item.get(EventFields.RECURRENCE).orElseThrow());
        return !rows.series(List.of(SeriesKey.Pattern.of(owner, start, pattern)))
                .isEmpty();
    }

    private RecordCollections.Saved insert(Write.Create create, String mark) {
        ObjectNode row = mapping.create(create.item()).put("OwnerId", owner);
        if (tagColumn != null) {
            row.put(tagColumn, mark);
        }
        return new RecordCollections(rest, mapping.object())
                .create(List.of(row))
                .get(0);
    }

    private WriteOutcome made(RecordCollections.Saved saved, Function<String, WriteOutcome> next) {
        String id = saved.id();
        return saved.isSuccess() && id != null
                ? next.apply(id)
                : refused.apply(
                        saved.errors().isEmpty()
                                ? new RestError("UNKNOWN", "", List.of())
                                : saved.errors().get(0));
    }

    /** The second step: the occurrences are made what they are to be, and the series everybody's. */
    private WriteOutcome finish(String id, Write.Create create, String column) {
        JsonNode row = access.anyRows(List.of(id)).get(id);
        if (row == null
                || series.slots(series.head(row)).size() > series.rows(row).size()) {
            // Salesforce makes the occurrences in its own time.
            return new WriteOutcome.Deferred(rest.clock().instant().plus(LATER));
        }
        SeriesEdit edit = new SeriesEdit(mapping, series, row, projected(create.item()));
        edit.mark(column, create.tag().value());
        return run("finish a series", id, edit);
    }

    WriteOutcome update(Write.Update update, JsonNode row) {
        try {
            return updateWhole(update, row);
        } catch (IllegalArgumentException | DateTimeException e) {
            return impossible(String.valueOf(e.getMessage()));
        }
    }

    private WriteOutcome updateWhole(Write.Update update, JsonNode row) {
        if (SeriesKey.isClassic(row)) {
            return impossible(CLASSIC);
        }
        if (!SeriesKey.isSeries(row)) {
            return impossible("Salesforce cannot make a series of a single event; add a series, and delete the event");
        }
        Item before = mapping.read(row);
        Item.Builder changed = before.toBuilder();
        update.fields().forEach(changed::put);
        Item after = projected(changed.build());
        if (after.value(EventFields.RECURRENCE) == null) {
            return impossible("Salesforce cannot make a single event of a series; delete it, and add the event");
        }
        return mapping.cannotExpress(after)
                .map(SeriesWrites::impossible)
                .orElseGet(
                        () -> run("edit a series", update.id().value(), new SeriesEdit(mapping, series, row, after)));
    }

    private Item projected(Item item) {
        Item.Builder projected = Item.builder(item.kind());
        item.values().forEach((field, value) -> projected.put(field, mapping.project(field, value)));
        return projected.build();
    }

    private WriteOutcome run(String name, String id, SeriesEdit edit) {
        Optional<String> reason = edit.plan(SeriesWrites::path);
        if (reason.isPresent()) {
            return impossible(reason.get());
        }
        if (edit.steps().isEmpty()) {
            return written(id);
        }
        return new Transaction(rest).run(name, edit.steps()).map(refused).orElseGet(() -> written(id));
    }

    WriteOutcome delete(Write.Delete delete, JsonNode row) {
        if (SeriesKey.isClassic(row)) {
            return impossible(CLASSIC);
        }
        List<JsonNode> occurrences = new ArrayList<>();
        row.path(SeriesRows.OCCURRENCES).forEach(occurrences::add);
        List<Transaction.Step> steps = new ArrayList<>();
        steps.add(new Transaction.Step("DELETE", path(delete.id().value()), null));
        occurrences.stream()
                .filter(occurrence -> !occurrence.path("IsRecurrence2Exclusion").asBoolean())
                .min(Comparator.comparing(
                        occurrence -> occurrence.path("StartDateTime").asText()))
                .map(first -> path(RowReader.id(first)) + "/fromThisEventOnwards")
                .ifPresent(path -> steps.add(new Transaction.Step("DELETE", path, null)));
        return new Transaction(rest)
                .run("delete a series", steps)
                .map(refused)
                .orElseGet(() -> new WriteOutcome.Written(delete.id(), delete.expectedVersion()));
    }

    private static String path(String id) {
        return "sobjects/Event/" + id;
    }

    private static WriteOutcome impossible(String reason) {
        return new WriteOutcome.Rejected("SERIES_NOT_SUPPORTED", reason, true);
    }

    private WriteOutcome written(String id) {
        return new WriteOutcome.Written(new ItemId(id), version(id));
    }

    /** How Salesforce keeps it now. If it does not say, the next listing does. */
    private ItemVersion version(String id) {
        try {
            JsonNode row = access.rows(List.of(id)).get(id);
            return row == null ? new ItemVersion("unread") : reader.version(row);
        } catch (CrosstieException e) {
            // Done all the same.
            return new ItemVersion("unread");
        }
    }
}
