package io.github.crosstie.ews;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.operation.ClaimFolders;
import io.github.crosstie.ews.internal.operation.ClaimPlace;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.exchange.ClaimText;
import io.github.crosstie.internal.exchange.OwnProperties;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One folder of one mailbox: sequences what the other classes of this package do. For one thread at a time. */
final class EwsEndpoint implements Endpoint {

    private final Mailbox mailbox;
    private final ItemKind kind;
    private final SyncedFolder folder;
    private final ItemMapping mapping;
    private final Capabilities capabilities;
    private final int pageSize;
    private final Traces traces;
    private final Removals removals;
    private final Reading reading;
    private final TagSearch tags;
    private final WriteBatch batch;
    private final ClaimPlace claimPlace;
    /** The claim as it was read last; what counts is the server's word when it is replaced. */
    private Optional<ClaimFolders.Stored> lastClaim = Optional.empty();

    EwsEndpoint(
            Mailbox mailbox,
            ItemKind kind,
            SyncedFolder folder,
            ItemMapping mapping,
            Paging paging,
            Remembered remembered) {
        this.mailbox = mailbox;
        this.kind = kind;
        this.folder = folder;
        this.mapping = mapping;
        this.pageSize = paging.page();
        // Updates are conditional on the server; deletions can only be compared just before, which leaves a short gap.
        this.capabilities = new Capabilities(mapping.fields(), true, false, paging.batch(), paging.batch(), true, true);
        WholeItems items = new WholeItems(mailbox, mapping);
        this.tags = new TagSearch(mailbox, mapping, kind);
        String folderClass = kind == ItemKind.CONTACT ? "IPF.Contact" : "IPF.Appointment";
        this.traces = remembered.traces();
        Whereabouts whereabouts = new Whereabouts(mailbox, folder, folderClass);
        this.removals = new Removals(mailbox, mapping, traces, whereabouts);
        this.reading = new Reading(mailbox, mapping.element(), items, removals, remembered);
        this.claimPlace = remembered.folders().claim(mailbox.address());
        this.batch = new WriteBatch(mailbox, kind, mapping, items, tags, remembered);
    }

    /**
     * What a connector remembers of all mailboxes.
     *
     * @param traces how items are told again once they have moved
     * @param addresses the e-mail addresses of people whom Exchange names otherwise
     * @param leftovers series of ours that were seen half-written
     * @param untold items that the server lists and does not tell
     * @param folders where the folders to sync were found
     */
    record Remembered(
            Traces traces, LegacyAddresses addresses, Leftovers leftovers, Untold untold, KnownFolders folders) {

        static Remembered nothing(long mostTraces, Clock clock) {
            return new Remembered(
                    Traces.of(mostTraces),
                    LegacyAddresses.create(clock),
                    new Leftovers(),
                    new Untold(),
                    KnownFolders.create(clock));
        }
    }

    /**
     * How much goes into a request.
     *
     * @param page how many changes a page holds
     * @param batch how many items are read or written at a time
     */
    record Paging(int page, int batch) {

        static final Paging USUAL = new Paging(512, 50);
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
        return folder.identity();
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        return folder.reading(present -> reading.changes(present, cursor, pageSize))
                .orElseGet(() -> Reading.nothing(cursor));
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return reading.read(ids);
    }

    @Override
    public Map<ItemId, Removal> removals(Map<ItemId, List<CorrelationTag>> marks) {
        Map<String, List<Stamp>> stamps = new TreeMap<>();
        marks.forEach((id, some) ->
                stamps.put(id.value(), some.stream().map(tags::stamp).toList()));
        Map<ItemId, Removal> known = new TreeMap<>();
        removals.of(stamps).forEach((id, removal) -> known.put(new ItemId(id), removal));
        return known;
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> sought) {
        return folder.reading(present -> tags.find(present, sought)).orElse(List.of());
    }

    @Override
    public Map<ItemId, String> uids(Collection<ItemId> ids) {
        return kind() == ItemKind.EVENT ? reading.uids(ids) : Map.of();
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        List<WriteOutcome> outcomes = batch.write(folder.made(), writes);
        for (WriteOutcome outcome : outcomes) {
            if (outcome instanceof WriteOutcome.Written written) {
                traces.written(written.id(), written.version());
            }
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
        lastClaim = claims().read();
        return lastClaim.map(stored -> ClaimText.read(stored.text()));
    }

    @Override
    public ClaimOutcome replaceClaim(@Nullable MailboxClaim expected, MailboxClaim claim) {
        ClaimFolders claims = claims();
        Optional<ClaimFolders.Stored> stored = lastClaim.isPresent() ? lastClaim : claims.read();
        lastClaim = Optional.empty();
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

    private ClaimFolders claims() {
        return new ClaimFolders(
                mailbox.channel(), mailbox.folder("root"), mailbox.clock(), OwnProperties.SET, claimPlace);
    }

    @Override
    public String toString() {
        return "EwsEndpoint[" + kind + "]";
    }
}
