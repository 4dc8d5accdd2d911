package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.salesforce.internal.rest.ErrorKind;
import io.github.crosstie.salesforce.internal.rest.RecordCollections;
import io.github.crosstie.salesforce.internal.rest.RestError;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a user's records: all creations of a call in one request, all changes in one, all deletions in one, each record with an outcome
 * of its own. What is to be changed or deleted is read and compared just before; Salesforce itself compares nothing to the second.
 */
public final class RecordWrites {

    private static final Duration LOCKED = Duration.ofSeconds(30);

    private final SalesforceRest rest;
    private final RecordMapping mapping;
    private final RowReader reader;
    private final RecordAccess access;
    private final RecordCollections collections;
    private final @Nullable String tagColumn;
    private final String owner;
    private final @Nullable SeriesWrites series;

    /**
     * Writes of one user.
     *
     * @param rest the organization's API
     * @param mapping of which object
     * @param reader reads its rows
     * @param access reads the user's records
     * @param tagColumn the column of the engine's marks, an external id; null if the organization has none
     * @param owner whose records
     */
    public RecordWrites(
            SalesforceRest rest,
            RecordMapping mapping,
            RowReader reader,
            RecordAccess access,
            @Nullable String tagColumn,
            String owner) {
        this.rest = rest;
        this.mapping = mapping;
        this.reader = reader;
        this.access = access;
        this.collections = new RecordCollections(rest, mapping.object());
        this.tagColumn = tagColumn;
        this.owner = owner;
        series = mapping.series()
                .map(kept -> new SeriesWrites(rest, mapping, kept, reader, access, tagColumn, owner, this::refused))
                .orElse(null);
    }

    /**
     * Writes.
     *
     * @param writes what to write
     * @return an outcome for each, in order
     * @throws CrosstieException only if none was sent
     */
    public List<WriteOutcome> write(List<Write> writes) {
        WriteOutcomes outcomes = new WriteOutcomes(rest.clock());
        List<Write.Create> creates = only(writes, Write.Create.class);
        List<Write.Update> updates = only(writes, Write.Update.class);
        List<Write.Delete> deletes = only(writes, Write.Delete.class);
        Map<String, JsonNode> rows = access.rows(ids(updates, deletes));
        List<Write.Update> toUpdate =
                unchanged(updates, Write.Update::id, Write.Update::expectedVersion, rows, outcomes);
        List<Write.Delete> toDelete =
                unchanged(deletes, Write.Delete::id, Write.Delete::expectedVersion, rows, outcomes);
        SeriesWrites kept = series;
        if (kept != null) {
            creates = single(creates, RecordWrites::isSeries, kept::create, outcomes);
            toUpdate = single(
                    toUpdate,
                    update -> isSeries(update, rows),
                    update -> kept.update(update, row(update.id(), rows)),
                    outcomes);
            toDelete = single(
                    toDelete,
                    delete -> SeriesKey.isSeries(row(delete.id(), rows)),
                    delete -> kept.delete(delete, row(delete.id(), rows)),
                    outcomes);
        }
        outcomes.step(creates, this::create);
        outcomes.step(toUpdate, some -> update(some, rows));
        outcomes.step(toDelete, this::delete);
        return writes.stream().map(outcomes::of).toList();
    }

    /** Writes series, each by itself; the others are left. */
    private static <W extends Write> List<W> single(
            List<W> writes, Predicate<W> isSeries, Function<W, WriteOutcome> write, WriteOutcomes outcomes) {
        List<W> others = new ArrayList<>();
        for (W one : writes) {
            if (isSeries.test(one)) {
                outcomes.step(List.of(one), some -> List.of(write.apply(some.get(0))));
            } else {
                others.add(one);
            }
        }
        return others;
    }

    private static boolean isSeries(Write.Create create) {
        return create.item().value(EventFields.RECURRENCE) != null;
    }

    private static boolean isSeries(Write.Update update, Map<String, JsonNode> rows) {
        return SeriesKey.isSeries(row(update.id(), rows)) || update.fields().get(EventFields.RECURRENCE) != null;
    }

    private static JsonNode row(ItemId id, Map<String, JsonNode> rows) {
        return Objects.requireNonNull(rows.get(id.value()), "row of a record");
    }

    private static <W extends Write> List<W> only(List<Write> writes, Class<W> kind) {
        return writes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<String> ids(List<Write.Update> updates, List<Write.Delete> deletes) {
        List<String> ids = new ArrayList<>();
        updates.forEach(update -> ids.add(update.id().value()));
        deletes.forEach(delete -> ids.add(delete.id().value()));
        return ids;
    }

    /** Those whose record is as it is expected to be; the others have their outcome. */
    private <W extends Write> List<W> unchanged(
            List<W> writes,
            Function<W, ItemId> id,
            Function<W, ItemVersion> expected,
            Map<String, JsonNode> rows,
            WriteOutcomes outcomes) {
        List<W> unchanged = new ArrayList<>();
        for (W write : writes) {
            JsonNode row = rows.get(id.apply(write).value());
            if (row == null || !row.path("OwnerId").asText().equals(owner)) {
                outcomes.put(write, new WriteOutcome.Gone());
            } else if (!reader.version(row).equals(expected.apply(write))) {
                outcomes.put(write, new WriteOutcome.Conflict());
            } else {
                unchanged.add(write);
            }
        }
        return unchanged;
    }

    private List<WriteOutcome> create(List<Write.Create> creates) {
        List<ObjectNode> records = new ArrayList<>();
        for (Write.Create create : creates) {
            ObjectNode record = mapping.create(create.item()).put("OwnerId", owner);
            if (tagColumn != null) {
                record.put(tagColumn, create.tag().value());
            }
            records.add(record);
        }
        List<RecordCollections.Saved> saved =
                tagColumn == null ? collections.create(records) : collections.upsert(tagColumn, records);
        List<String> ids = saved.stream()
                .filter(RecordCollections.Saved::isSuccess)
                .map(RecordCollections.Saved::id)
                .filter(Objects::nonNull)
                .toList();
        Map<String, JsonNode> rows = written(() -> access.rows(ids));
        return saved.stream()
                .map(one -> outcome(one, one.id(), id -> version(rows, id)))
                .toList();
    }

    private List<WriteOutcome> update(List<Write.Update> updates, Map<String, JsonNode> before) {
        List<ObjectNode> records = updates.stream()
                .map(update -> mapping.update(
                                update.fields(),
                                Objects.requireNonNull(before.get(update.id().value())))
                        .put("Id", update.id().value()))
                .toList();
        List<String> ids = updates.stream().map(update -> update.id().value()).toList();
        RecordCollections.Changed changed = collections.update(records, access.query(ids));
        List<RecordCollections.Saved> saved = changed.saved();
        Map<String, JsonNode> rows = written(() -> access.shown(changed.rows()));
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int at = 0; at < saved.size(); at++) {
            outcomes.add(outcome(saved.get(at), updates.get(at).id().value(), id -> version(rows, id)));
        }
        return outcomes;
    }

    private List<WriteOutcome> delete(List<Write.Delete> deletes) {
        List<RecordCollections.Saved> saved = collections.delete(
                deletes.stream().map(delete -> delete.id().value()).toList());
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (int at = 0; at < saved.size(); at++) {
            ItemVersion version = deletes.get(at).expectedVersion();
            outcomes.add(outcome(saved.get(at), deletes.get(at).id().value(), id -> version));
        }
        return outcomes;
    }

    /** How Salesforce keeps what was written. If it does not say now, the next listing does. */
    private static Map<String, JsonNode> written(Supplier<Map<String, JsonNode>> read) {
        try {
            return read.get();
        } catch (CrosstieException e) {
            // Done all the same: without its version the record is read when it is listed.
            return Map.of();
        }
    }

    private ItemVersion version(Map<String, JsonNode> rows, String id) {
        JsonNode row = rows.get(id);
        return row == null ? new ItemVersion("unread") : reader.version(row);
    }

    private WriteOutcome outcome(
            RecordCollections.Saved saved, @Nullable String id, Function<String, ItemVersion> version) {
        if (saved.isSuccess() && id != null) {
            return new WriteOutcome.Written(new ItemId(id), version.apply(id));
        }
        return refused(
                saved.errors().isEmpty()
                        ? new RestError("UNKNOWN", "", List.of())
                        : saved.errors().get(0));
    }

    private WriteOutcome refused(RestError error) {
        return switch (error.kind()) {
            case GONE -> new WriteOutcome.Gone();
            case TRANSIENT, THROTTLED, DAILY_LIMIT ->
                new WriteOutcome.Deferred(rest.clock().instant().plus(LOCKED));
            default -> new WriteOutcome.Rejected(error.code(), Refusals.message(error), isPermanent(error));
        };
    }

    private static boolean isPermanent(RestError error) {
        return error.kind() == ErrorKind.RECORD || error.kind() == ErrorKind.DUPLICATE;
    }
}
