package io.github.crosstie.graph;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.graph.internal.item.ItemMapping;
import io.github.crosstie.graph.internal.operation.ClaimFolders;
import io.github.crosstie.graph.internal.operation.Delta;
import io.github.crosstie.graph.internal.operation.Folders;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.operation.Place;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.internal.exchange.ClaimText;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One folder of one mailbox: sequences what the other classes of this package do. For one thread at a time. */
final class GraphEndpoint implements Endpoint {

    private final ItemKind kind;
    private final ItemMapping mapping;
    private final Capabilities capabilities;
    private final SyncedFolder folder;
    private final Folders folders;
    private final Changes changes;
    private final Reading reading;
    private final TagSearch tags;
    private final Writing writing;
    private final ClaimFolders claims;

    GraphEndpoint(
            Mailbox mailbox,
            ItemKind kind,
            ItemMapping mapping,
            Paging paging,
            RollingWindow window,
            Remembered remembered) {
        this.kind = kind;
        this.mapping = mapping;
        // Whoever organizes a meeting tells its attendees of every write, whether wanted or not.
        boolean silent = kind == ItemKind.CONTACT;
        this.capabilities = new Capabilities(mapping.fields(), true, true, paging.read(), paging.write(), silent, true);
        this.folder = remembered.folder();
        this.claims = remembered.claims();
        this.folders = new Folders(mailbox.channel());
        Items items = new Items(kind);
        this.tags = new TagSearch(mailbox, items);
        this.reading = new Reading(mailbox, mapping, items, folder, folders, remembered.seen());
        this.writing = new Writing(mailbox, mapping, items, reading, tags);
        Delta delta = new Delta(mailbox.channel());
        Following following = kind == ItemKind.CONTACT
                ? new Following(
                        delta,
                        paging.page(),
                        () -> Strand.begin(null),
                        known -> known,
                        strand -> Delta.ofContacts(present().id()))
                : new Following(
                        delta,
                        paging.page(),
                        window::begin,
                        window::roll,
                        strand -> Delta.ofCalendar(Objects.requireNonNull(strand.window(), "window")));
        this.changes = new Changes(following, reading, remembered.seen());
    }

    private Place present() {
        return folder.present(folders).orElseThrow(Changes::folderGone);
    }

    /**
     * What a connector remembers of a mailbox.
     *
     * @param folder the folder
     * @param claims where the claim is
     * @param seen which items have been seen
     */
    record Remembered(SyncedFolder folder, ClaimFolders claims, SeenItems seen) {}

    /**
     * How much goes into a request.
     *
     * @param page how many items a page of changes tells of
     * @param read how many items are read at a time
     * @param write how many items are written at a time
     */
    record Paging(int page, int read, int write) {

        static final Paging USUAL = new Paging(200, 100, GraphChannel.LARGEST_BATCH);
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public ItemKind kind() {
        return kind;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return folder.identity(folders);
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        return folder.reading(folders, place -> changes.page(cursor)).orElseGet(() -> Changes.nothing(cursor));
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return reading.read(ids.stream().map(ItemId::value).toList());
    }

    @Override
    public Map<ItemId, String> uids(Collection<ItemId> ids) {
        return kind == ItemKind.EVENT ? reading.uids(List.copyOf(ids)) : Map.of();
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> sought) {
        return folder.reading(folders, place -> tags.find(place, sought)).orElseGet(List::of);
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        List<WriteOutcome> outcomes = folder.writing(folders, place -> writing.write(place, writes));
        if (outcomes.stream().anyMatch(Outcomes::isFolderGone)) {
            folder.forget();
        }
        return outcomes;
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return mapping.project(field, value);
    }

    @Override
    public Optional<String> cannotExpress(Item series) {
        return mapping.cannotExpress(series);
    }

    @Override
    public Optional<MailboxClaim> readClaim() {
        return claims.read().map(stored -> ClaimText.read(stored.text()));
    }

    @Override
    public ClaimOutcome replaceClaim(@Nullable MailboxClaim expected, MailboxClaim claim) {
        Optional<ClaimFolders.Stored> stored = claims.read();
        Optional<MailboxClaim> present = stored.map(each -> ClaimText.read(each.text()));
        if (!present.equals(Optional.ofNullable(expected))) {
            return new ClaimOutcome.Conflict();
        }
        try {
            return claims.replace(stored, ClaimText.write(claim))
                    ? new ClaimOutcome.Replaced()
                    : new ClaimOutcome.Conflict();
        } catch (CrosstieException e) {
            return new ClaimOutcome.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "GraphEndpoint[" + kind + "]";
    }
}
