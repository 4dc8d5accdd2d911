package io.github.crosstie.memory;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
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
    private final InMemoryClaim claim;
    private final Capabilities capabilities;
    private final int pageSize;
    private final boolean carriesRecords;

    InMemoryEndpoint(
            Side side,
            InMemoryRecords records,
            Outbox outbox,
            InMemoryClaim claim,
            Capabilities capabilities,
            int pageSize,
            boolean carriesRecords) {
        this.side = side;
        this.records = records;
        this.outbox = outbox;
        this.table = records.table();
        this.faults = records.faults();
        this.claim = claim;
        this.capabilities = capabilities;
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
        ListingFaults listings = faults.listings();
        synchronized (table) {
            table.feed().poll();
            Place place = cursor == null
                    ? new Place(listings.cursorAge(), true, 0, table.feed().logged())
                    : Place.of(cursor);
            if (place.age() != listings.cursorAge()) {
                throw new CursorExpiredException(
                        "cursor of " + table.name() + " has expired; list everything again, as a comparison");
            }
            return place.listing() ? listed(place) : logged(place);
        }
    }

    private ChangePage listed(Place place) {
        ListingFaults.Truncation truncation = faults.listings().truncation();
        int all = table.feed().listed();
        int end = Math.min(all, truncation.records());
        int to = Math.min(end, place.from() + pageSize);
        boolean more = to < end;
        boolean complete = to == all || (truncation.claimed() && !more);
        Place next = more ? place.at(to) : new Place(place.age(), false, place.logged(), 0);
        return new ChangePage(
                told(table.feed().listing(Math.min(place.from(), to), to, place.logged())),
                next.cursor(),
                more,
                complete);
    }

    private ChangePage logged(Place place) {
        int all = table.feed().logged();
        int from = Math.max(0, place.from() - faults.listings().rewound());
        int to = Math.min(all, place.from() + pageSize);
        return new ChangePage(
                told(table.feed().log(from, to, place.from())), place.at(to).cursor(), to < all, false);
    }

    private List<Change> told(Collection<Change> entries) {
        List<Change> told = faults.listings().told(entries);
        if (!carriesRecords || !faults.poisonsNobody()) {
            told.replaceAll(change ->
                    change instanceof Change.Upserted upserted && (!carriesRecords || faults.isPoisoned(upserted.id()))
                            ? new Change.Upserted(upserted.id(), upserted.version())
                            : change);
        }
        return told;
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
            Optional<RemoteItem> record = table.live(id);
            if (record.isPresent() && faults.isPoisoned(id)) {
                return new ReadOutcome.Unreadable(id, "the record " + id + " is damaged; have the system repair it");
            }
            return record.<ReadOutcome>map(ReadOutcome.Found::new)
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
        for (CorrelationTag tag : Set.copyOf(tags)) {
            table.tagged(tag).forEach(id -> found.add(new Tagged(tag, id)));
        }
        return found;
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        faults.enter();
        refuseMoreThan(capabilities.writeBatch(), writes.size(), "writes");
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (Write write : writes) {
            Optional<WriteOutcome> answered = faults.onWrites().before(write);
            outcomes.add(answered.orElseGet(() -> perform(write)));
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
            return unheld(update.fields().keySet()).orElseGet(() -> heard(update(update)));
        }
        return heard(delete((Write.Delete) write));
    }

    private WriteOutcome heard(WriteOutcome outcome) {
        return faults.onWrites().after(outcome, true);
    }

    private Optional<WriteOutcome> unheld(Collection<Field<?>> fields) {
        return fields.stream()
                .filter(field -> !capabilities.fields().contains(field))
                .findFirst()
                .map(field -> new WriteOutcome.Rejected("UNKNOWN_FIELD", "this side has no field " + field, true));
    }

    private WriteOutcome create(Write.Create create) {
        CorrelationTag tag = capabilities.correlation() ? create.tag() : null;
        synchronized (table) {
            if (faults.onWrites().idempotent()) {
                Optional<RemoteItem> earlier = table.ofKey(create.idempotencyKey());
                if (earlier.isPresent()) {
                    RemoteItem record = earlier.get();
                    return faults.onWrites()
                            .after(new WriteOutcome.Written(record.id(), record.version(), record.tag()), false);
                }
            }
            RemoteItem record = table.insert(create.item(), tag, create.idempotencyKey());
            outbox.created(record, create.notification());
            return heard(new WriteOutcome.Written(record.id(), record.version()));
        }
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
        return table.projection().project(field, value);
    }

    @Override
    public Optional<MailboxClaim> readClaim() {
        return capabilities.claims() ? claim.read() : Optional.empty();
    }

    @Override
    public ClaimOutcome replaceClaim(@Nullable MailboxClaim expected, MailboxClaim next) {
        return capabilities.claims() ? claim.replace(expected, next) : new ClaimOutcome.Conflict();
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
