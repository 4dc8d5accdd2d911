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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one user and kind, with the log of their changes. Removed rows stay, so that no id ever comes back.
 * Thread-safe; who needs several calls to be one step holds the table's monitor.
 */
final class RecordTable {

    private final String firstName;
    private final Clock clock;
    private final List<Row> rows = new ArrayList<>();
    private final Map<ItemId, Row> byId = new HashMap<>();
    private final Map<CorrelationTag, List<Row>> byTag = new HashMap<>();
    private final Map<String, Row> byKey = new HashMap<>();
    private final Feed feed = new Feed();
    private final @Nullable IntFunction<String> ids;
    private Projection projection;
    private Duration skew = Duration.ZERO;
    private int generation = 1;
    private int created;
    private long versions;

    RecordTable(String name, Clock clock, Projection projection, @Nullable IntFunction<String> ids) {
        this.ids = ids;
        this.firstName = name;
        this.clock = clock;
        this.projection = projection;
    }

    /** Another one after the mailbox was created anew. */
    synchronized String name() {
        return generation == 1 ? firstName : firstName + "~" + generation;
    }

    Instant now() {
        return clock.instant();
    }

    Feed feed() {
        return feed;
    }

    synchronized Projection projection() {
        return projection;
    }

    /** What is held already stays as it is until it is saved again. */
    synchronized void project(Projection lossy) {
        projection = lossy;
    }

    synchronized void skew(Duration ahead) {
        skew = ahead;
    }

    synchronized RemoteItem insert(Item item, @Nullable CorrelationTag tag) {
        return insert(item, tag, null);
    }

    synchronized RemoteItem insert(Item item, @Nullable CorrelationTag tag, @Nullable String key) {
        Row row = added(tag, ownTime());
        if (key != null) {
            byKey.put(key, row);
        }
        write(row, item);
        feed.created(row);
        return row.record();
    }

    /** The live record that an earlier attempt with this idempotency key created. */
    synchronized Optional<RemoteItem> ofKey(String key) {
        return Optional.ofNullable(byKey.get(key))
                .filter(row -> row.removal == null)
                .map(Row::record);
    }

    synchronized Optional<RemoteItem> live(ItemId id) {
        Row row = byId.get(id);
        return row == null || row.removal != null ? Optional.empty() : Optional.of(row.record());
    }

    synchronized List<RemoteItem> live() {
        return rows.stream().filter(row -> row.removal == null).map(Row::record).toList();
    }

    /** The live records with a tag, as far as a search sees them. */
    synchronized List<ItemId> tagged(CorrelationTag tag) {
        return byTag.getOrDefault(tag, List.of()).stream()
                .filter(row -> row.removal == null && row.shown)
                .map(row -> row.id)
                .toList();
    }

    /** Why a record is not there; unknown ids were never given out. */
    synchronized Removal removal(ItemId id) {
        Row row = byId.get(id);
        return row == null || row.removal == null ? Removal.UNKNOWN : row.removal;
    }

    /** Saves a live record, if the caller still knows its version; null stands for any. */
    synchronized Optional<RemoteItem> update(ItemId id, @Nullable ItemVersion expected, Item item) {
        Row row = byId.get(id);
        if (row == null || row.removal != null || (expected != null && !expected.equals(row.version))) {
            return Optional.empty();
        }
        write(row, item);
        feed.changed(row);
        return Optional.of(row.record());
    }

    synchronized boolean remove(ItemId id, @Nullable ItemVersion expected, Removal removal) {
        Row row = byId.get(id);
        if (row == null || row.removal != null || (expected != null && !expected.equals(row.version))) {
            return false;
        }
        row.removal = removal;
        row.change = null;
        feed.changed(row);
        return true;
    }

    synchronized void restore(ItemId id) {
        Row row = byId.get(id);
        if (row == null) {
            throw new IllegalArgumentException("no record " + id + " in " + name() + "; use an id that it gave out");
        }
        row.removal = null;
        row.change = null;
        feed.changed(row);
    }

    /**
     * Every live record moves to a new table under a new id; the old ids, and what was deleted, are unknown from now
     * on.
     */
    synchronized void recreate(boolean withTags) {
        List<Row> moved = rows.stream().filter(row -> row.removal == null).toList();
        generation++;
        rows.clear();
        byId.clear();
        byTag.clear();
        byKey.clear();
        feed.clear();
        for (Row old : moved) {
            Row row = added(withTags ? old.tag : null, old.createdAt);
            write(row, old.item);
            row.modifiedAt = old.modifiedAt;
            feed.shown(row);
        }
    }

    private Row added(@Nullable CorrelationTag tag, Instant createdAt) {
        created++;
        Row row = new Row(
                new ItemId(ids == null ? name() + "-" + (rows.size() + 1) : ids.apply(created)), tag, createdAt);
        rows.add(row);
        if (byId.put(row.id, row) != null) {
            throw new IllegalStateException("id " + row.id + " of " + name() + " was given out before; let ids differ");
        }
        if (tag != null) {
            byTag.computeIfAbsent(tag, absent -> new ArrayList<>(1)).add(row);
        }
        return row;
    }

    private void write(Row row, Item item) {
        versions++;
        row.item = held(item);
        row.version = new ItemVersion("v" + versions);
        row.modifiedAt = ownTime();
        row.record = null;
        row.change = null;
    }

    private Item held(Item item) {
        if (projection == Projection.FAITHFUL) {
            return item;
        }
        Item.Builder held = Item.builder(item.kind());
        item.values().forEach((field, value) -> held.put(field, projection.project(field, value)));
        return held.build();
    }

    private Instant ownTime() {
        return clock.instant().plus(skew);
    }

    /** What listings and the stream of changes show, which may lag behind what is there. Guarded by the table. */
    final class Feed {

        private final List<Row> listing = new ArrayList<>();
        private final List<Row> log = new ArrayList<>();
        private final List<Row> hidden = new ArrayList<>();
        private int lag;
        private boolean omitsBrief;

        private Feed() {}

        /** Who came and went between two polls is not told of from now on. */
        void omitBrief() {
            synchronized (RecordTable.this) {
                omitsBrief = true;
            }
        }

        void lag(int polls) {
            synchronized (RecordTable.this) {
                lag = polls;
            }
        }

        /** A poll begins: one poll less to wait for whatever is still hidden. */
        void poll() {
            synchronized (RecordTable.this) {
                if (hidden.isEmpty()) {
                    return;
                }
                for (Row row : List.copyOf(hidden)) {
                    if (row.pollsToWait-- <= 0) {
                        hidden.remove(row);
                        shown(row);
                    }
                }
            }
        }

        int listed() {
            return listing.size();
        }

        int logged() {
            return log.size();
        }

        /** A part of the listing that leads to a place in the log. */
        Collection<Change> listing(int from, int to, int logged) {
            List<Change> changes = new ArrayList<>(to - from);
            for (Row row : listing.subList(from, to)) {
                if (row.removal == null) {
                    changes.add(row.toldAt(logged));
                }
            }
            return changes;
        }

        /**
         * A part of the log, perhaps with what was told before.
         *
         * @param known the place of whoever asks: what was told after it is news to them
         */
        Collection<Change> log(int from, int to, int known) {
            List<Change> changes = new ArrayList<>(to - from);
            for (Row row : log.subList(from, to)) {
                if (row.removal == null) {
                    changes.add(row.toldAt(to));
                } else if (!omitsBrief || row.firstToldAt <= known) {
                    changes.add(row.change());
                }
            }
            return changes;
        }

        private void created(Row row) {
            if (lag == 0) {
                shown(row);
            } else {
                row.pollsToWait = lag;
                hidden.add(row);
            }
        }

        private void shown(Row row) {
            row.shown = true;
            listing.add(row);
            log.add(row);
        }

        private void changed(Row row) {
            if (row.shown) {
                log.add(row);
            }
        }

        private void clear() {
            listing.clear();
            log.clear();
            hidden.clear();
        }
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
        private @Nullable RemoteItem record;
        private @Nullable Change change;
        private boolean shown;
        private int pollsToWait;
        private int firstToldAt = Integer.MAX_VALUE;

        Row(ItemId id, @Nullable CorrelationTag tag, Instant createdAt) {
            this.id = id;
            this.tag = tag;
            this.createdAt = createdAt;
            this.modifiedAt = createdAt;
        }

        /** Made once a version: the engine asks for it many times. */
        RemoteItem record() {
            if (record == null) {
                record = new RemoteItem(id, version, item, tag, createdAt, modifiedAt, modifiedAt);
            }
            return record;
        }

        /** It is told of, as it is, to somebody who is then at a place in the log. */
        Change toldAt(int place) {
            firstToldAt = Math.min(firstToldAt, place);
            return change();
        }

        Change change() {
            if (change == null) {
                change = removal == null
                        ? new Change.Upserted(id, version, record())
                        : new Change.Removed(id, Objects.requireNonNull(removal));
            }
            return change;
        }
    }
}
