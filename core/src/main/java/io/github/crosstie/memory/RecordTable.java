package io.github.crosstie.memory;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of one user and kind, with the log of their changes. Removed rows stay, so that no id ever comes back. */
final class RecordTable {

    private final String name;
    private final Clock clock;
    private final Projection projection;
    private final List<Row> rows = new ArrayList<>();
    private final Map<ItemId, Row> byId = new HashMap<>();
    private final List<Row> log = new ArrayList<>();
    private long versions;

    RecordTable(String name, Clock clock, Projection projection) {
        this.name = name;
        this.clock = clock;
        this.projection = projection;
    }

    String name() {
        return name;
    }

    synchronized RemoteItem insert(Item item, @Nullable CorrelationTag tag) {
        Row row = new Row(new ItemId(name + "-" + (rows.size() + 1)), tag, clock.instant());
        rows.add(row);
        byId.put(row.id, row);
        return save(row, item);
    }

    synchronized Optional<RemoteItem> live(ItemId id) {
        Row row = byId.get(id);
        return row == null || row.removal != null ? Optional.empty() : Optional.of(row.record());
    }

    synchronized List<RemoteItem> live(Predicate<RemoteItem> wanted) {
        return rows.stream()
                .filter(row -> row.removal == null)
                .map(Row::record)
                .filter(wanted)
                .toList();
    }

    /** Why a record is not there; unknown ids were never given out. */
    synchronized Removal removal(ItemId id) {
        Row row = byId.get(id);
        return row == null || row.removal == null ? Removal.UNKNOWN : row.removal;
    }

    /** Saves a live record, if the caller still knows its version; null stands for any. */
    synchronized Optional<RemoteItem> update(ItemId id, @Nullable ItemVersion expected, Item item) {
        return live(id).filter(record -> expected == null || expected.equals(record.version()))
                .map(record -> save(row(id), item));
    }

    synchronized boolean remove(ItemId id, @Nullable ItemVersion expected, Removal removal) {
        Optional<RemoteItem> record = live(id).filter(found -> expected == null || expected.equals(found.version()));
        record.ifPresent(found -> {
            row(id).removal = removal;
            log.add(row(id));
        });
        return record.isPresent();
    }

    synchronized void restore(ItemId id) {
        Row row = row(id);
        row.removal = null;
        log.add(row);
    }

    synchronized int logSize() {
        return log.size();
    }

    synchronized int rowCount() {
        return rows.size();
    }

    synchronized List<Change> listed(int from, int to) {
        return rows.subList(from, to).stream()
                .filter(row -> row.removal == null)
                .map(Row::change)
                .toList();
    }

    synchronized List<Change> logged(int from, int to) {
        return log.subList(from, to).stream().map(Row::change).toList();
    }

    private Row row(ItemId id) {
        Row row = byId.get(id);
        if (row == null) {
            throw new IllegalArgumentException("no record " + id + " in " + name + "; use an id that it gave out");
        }
        return row;
    }

    private RemoteItem save(Row row, Item item) {
        Item.Builder held = Item.of(item.kind());
        item.values().forEach((field, value) -> held.put(field, projection.project(field, value)));
        versions++;
        row.item = held.build();
        row.version = new ItemVersion("v" + versions);
        row.modifiedAt = clock.instant();
        log.add(row);
        return row.record();
    }

    /** One record, live or not. */
    private static final class Row {

        private final ItemId id;
        private final @Nullable CorrelationTag tag;
        private final Instant createdAt;
        private Item item = Item.contact().build();
        private ItemVersion version = new ItemVersion("v0");
        private Instant modifiedAt;
        private @Nullable Removal removal;

        Row(ItemId id, @Nullable CorrelationTag tag, Instant createdAt) {
            this.id = id;
            this.tag = tag;
            this.createdAt = createdAt;
            this.modifiedAt = createdAt;
        }

        RemoteItem record() {
            return new RemoteItem(id, version, item, tag, createdAt, modifiedAt, modifiedAt);
        }

        Change change() {
            return removal == null ? new Change.Upserted(id, version, record()) : new Change.Removed(id, removal);
        }
    }
}
