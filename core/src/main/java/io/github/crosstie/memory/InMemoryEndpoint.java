package io.github.crosstie.memory;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine's way to one user's records. */
final class InMemoryEndpoint implements Endpoint {

    private final Side side;
    private final InMemoryRecords records;
    private final RecordTable table;
    private final InMemoryFaults faults;
    private final Outbox outbox;
    private final Capabilities capabilities;
    private final Projection projection;
    private final int pageSize;
    private final boolean carriesRecords;

    InMemoryEndpoint(
            Side side,
            InMemoryRecords records,
            Outbox outbox,
            Capabilities capabilities,
            Projection projection,
            int pageSize,
            boolean carriesRecords) {
        this.side = side;
        this.records = records;
        this.outbox = outbox;
        this.table = records.table();
        this.faults = records.faults();
        this.capabilities = capabilities;
        this.projection = projection;
        this.pageSize = pageSize;
        this.carriesRecords = carriesRecords;
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public ItemKind kind() {
        return records.kind();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return new ScopeIdentity(table.name());
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        faults.enter();
        synchronized (table) {
            Place place = cursor == null ? new Place(faults.cursorAge(), true, 0, table.logSize()) : Place.of(cursor);
            if (place.age() != faults.cursorAge()) {
                throw new CursorExpiredException(
                        "cursor of " + table.name() + " has expired; list everything again, as a comparison");
            }
            return place.listing() ? listed(place) : logged(place);
        }
    }

    private ChangePage listed(Place place) {
        int end = Math.min(table.rowCount(), faults.listed());
        int to = Math.min(end, place.from() + pageSize);
        boolean more = to < end;
        boolean complete = to == table.rowCount();
        Place next = more ? place.at(to) : new Place(place.age(), false, place.logged(), 0);
        return new ChangePage(carried(table.listed(Math.min(place.from(), to), to)), next.cursor(), more, complete);
    }

    private ChangePage logged(Place place) {
        int to = Math.min(table.logSize(), place.from() + pageSize);
        return new ChangePage(
                carried(table.logged(place.from(), to)), place.at(to).cursor(), to < table.logSize(), false);
    }

    private List<Change> carried(List<Change> present) {
        List<Change> changes = new ArrayList<>(present);
        faults.repeated().forEach(old -> changes.add(new Change.Upserted(old.id(), old.version(), old)));
        if (carriesRecords) {
            return changes;
        }
        return changes.stream()
                .<Change>map(change -> change instanceof Change.Upserted upserted
                        ? new Change.Upserted(upserted.id(), upserted.version())
                        : change)
                .toList();
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        faults.enter();
        refuseMoreThan(capabilities.readBatch(), ids.size(), "ids to read");
        faults.read(ids.size());
        return ids.stream().map(this::read).toList();
    }

    private ReadOutcome read(ItemId id) {
        synchronized (table) {
            return table.live(id)
                    .<ReadOutcome>map(ReadOutcome.Found::new)
                    .orElseGet(() -> new ReadOutcome.Absent(id, table.removal(id)));
        }
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        faults.enter();
        refuseMoreThan(capabilities.readBatch(), tags.size(), "tags to find");
        if (!capabilities.correlation()) {
            return List.of();
        }
        List<Tagged> found = new ArrayList<>();
        Set<CorrelationTag> wanted = Set.copyOf(tags);
        table.live(record -> record.tag() != null).forEach(record -> {
            CorrelationTag tag = record.tag();
            if (tag != null && wanted.contains(tag)) {
                found.add(new Tagged(tag, record.id()));
            }
        });
        return found;
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        faults.enter();
        refuseMoreThan(capabilities.writeBatch(), writes.size(), "writes");
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (Write write : writes) {
            Optional<WriteOutcome> refused = faults.before(write);
            outcomes.add(refused.orElseGet(() -> faults.after(perform(write))));
        }
        return outcomes;
    }

    /** As the original would: whoever oversizes a call finds out here already. */
    private void refuseMoreThan(int most, int given, String what) {
        if (given > most) {
            throw new ContractBrokenException(table.name() + " was given " + given + " " + what
                    + " in one call and takes at most " + most + "; cut them as its capabilities say");
        }
    }

    private WriteOutcome perform(Write write) {
        if (write instanceof Write.Create create) {
            return unheld(create.item().values().keySet()).orElseGet(() -> create(create));
        }
        if (write instanceof Write.Update update) {
            return unheld(update.fields().keySet()).orElseGet(() -> update(update));
        }
        return delete((Write.Delete) write);
    }

    private Optional<WriteOutcome> unheld(Collection<Field<?>> fields) {
        return fields.stream()
                .filter(field -> !capabilities.fields().contains(field))
                .findFirst()
                .map(field -> new WriteOutcome.Rejected("UNKNOWN_FIELD", "this side has no field " + field, true));
    }

    private WriteOutcome create(Write.Create create) {
        CorrelationTag tag = capabilities.correlation() ? create.tag() : null;
        RemoteItem record = table.insert(create.item(), tag);
        outbox.created(record, create.notification());
        return new WriteOutcome.Written(record.id(), record.version());
    }

    private WriteOutcome update(Write.Update update) {
        synchronized (table) {
            return table.live(update.id())
                    .map(record -> {
                        Item.Builder changed = record.item().toBuilder();
                        update.fields().forEach(changed::put);
                        return table.update(update.id(), update.expectedVersion(), changed.build())
                                .<WriteOutcome>map(saved -> {
                                    outbox.updated(saved.id(), record.item(), saved.item(), update.notification());
                                    return new WriteOutcome.Written(saved.id(), saved.version());
                                })
                                .orElseGet(WriteOutcome.Conflict::new);
                    })
                    .orElseGet(WriteOutcome.Gone::new);
        }
    }

    private WriteOutcome delete(Write.Delete delete) {
        synchronized (table) {
            if (table.live(delete.id()).isEmpty()) {
                return new WriteOutcome.Gone();
            }
            ItemVersion expected = delete.expectedVersion();
            Optional<Item> before = table.live(delete.id()).map(RemoteItem::item);
            if (!table.remove(delete.id(), expected, Removal.DELETED)) {
                return new WriteOutcome.Conflict();
            }
            outbox.deleted(delete.id(), before, delete.notification());
            return new WriteOutcome.Written(delete.id(), expected);
        }
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return projection.project(field, value);
    }

    /** What a cursor says: how old it is, whether it lists everything, from where on, and where the log stood at the start. */
    private record Place(int age, boolean listing, int from, int logged) {

        static Place of(Cursor cursor) {
            String[] parts = cursor.value().split(":", -1);
            return new Place(
                    Integer.parseInt(parts[0]),
                    Boolean.parseBoolean(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
        }

        Place at(int position) {
            return new Place(age, listing, position, logged);
        }

        Cursor cursor() {
            return new Cursor(age + ":" + listing + ":" + from + ":" + logged);
        }
    }
}
