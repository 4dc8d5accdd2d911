package io.github.crosstie.testkit;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.AwaitedEcho;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.DeletionLine;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.FormerId;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.OrganizationActivity;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.PauseReason;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.QuarantineReason;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.state.StopReason;
import io.github.crosstie.state.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StateStore} promises, as tests. Extend it and give it an empty store; a durable one is opened
 * again, too.
 *
 * <pre>{@code
 * class MyStoreTest extends StateStoreContract {
 *     private final InMemoryStateStore database = InMemoryStateStore.create();
 *
 *     @Override
 *     protected StateStore open() {
 *         return database;
 *     }
 *
 *     @Override
 *     protected StateStore openAgain(StateStore store) {
 *         return database;                                         // a durable one: close it, and open it anew
 *     }
 * }
 * }</pre>
 */
public abstract class StateStoreContract extends StorePromises {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Instant NOW = MutableClock.START;
    private static final CollectionKey CONTACTS = key("005A", ItemKind.CONTACT);
    private static final RecordKey ADA = new RecordKey(Side.CRM, new ItemId("003a"));
    private static final RecordKey MAIL_ADA = new RecordKey(Side.MAIL, new ItemId("AAMk/a+="));
    private static final LinkId LINK = new LinkId("link-1");

    /** For subclasses. */
    protected StateStoreContract() {}

    /**
     * Opens an empty store. Called at most once a test.
     *
     * @return the store
     */
    protected abstract StateStore open();

    /**
     * Opens the store of {@link #open} anew, as the next process would.
     *
     * @param store the store that {@link #open} gave; close it if it has to be
     * @return another store onto the same state; null, the default, if it does not outlive its process or the test
     *     cannot do that
     */
    protected @Nullable StateStore openAgain(StateStore store) {
        return null;
    }

    @Override
    final StateStore emptyStore() {
        return open();
    }

    @Override
    final @Nullable StateStore openedAgain(StateStore store) {
        return openAgain(store);
    }

    /** Nothing was ever committed. */
    @Test
    @DisplayName("loads an empty state of a collection that it does not know")
    void loadsAnEmptyState() {
        StateStore store = open();

        CollectionState state = store.load(CONTACTS);

        assertThat(state.links()).isEmpty();
        assertThat(state.observations()).isEmpty();
        assertThat(state.cursor(Side.CRM)).isNull();
        assertThat(store.journal(CONTACTS)).isEmpty();
    }

    /** Links come back whole, with bases, versions and attempts. */
    @Test
    @DisplayName("keeps links whole")
    void keepsLinks() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        Item source = Items.contact("Ada", "Lovelace").build();
        Link waiting = Link.half(LINK, Side.CRM, new Half(ADA.id(), null, source))
                .attempting(new Attempt(new CorrelationTag("v1/a"), Side.MAIL, source, source));
        store.commit(fence, List.of(new StateChange.PutLink(waiting)));

        assertThat(store.load(CONTACTS).link(LINK)).contains(waiting);
        assertThat(store.load(CONTACTS).linkOf(new CorrelationTag("v1/a"))).contains(waiting);
        assertThat(store.load(CONTACTS).linkOf(ADA)).contains(waiting);

        Link whole = waiting.with(Side.MAIL, new Half(MAIL_ADA.id(), new ItemVersion("v1"), source));
        store.commit(fence, List.of(new StateChange.PutLink(whole)));

        assertThat(store.load(CONTACTS).linkOf(MAIL_ADA)).contains(whole);
        assertThat(store.load(CONTACTS).linkOf(new CorrelationTag("v1/a"))).isEmpty();

        store.commit(fence, List.of(new StateChange.RemoveLink(LINK)));

        assertThat(store.load(CONTACTS).links()).isEmpty();
        assertThat(store.load(CONTACTS).linkOf(ADA)).isEmpty();
    }

    /** Everything that a round stores comes back, and goes away when it is told to. */
    @Test
    @DisplayName("keeps observations, intents, marks, cursors and scans")
    void keepsEverythingElse() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        Observation gone = Observation.removed(ADA, Removal.DELETED).since(NOW);
        Observation waits = Observation.seen(MAIL_ADA, new ItemVersion("v2"))
                .waiting(new Waiting(new TreeSet<>(Set.of("email\u0000ada")), NOW.plus(LEASE)));
        Intent intent = new Intent.Update(
                LINK,
                Side.MAIL,
                List.of(new FieldChange(ContactFields.NOTES, null, "new", "new", ContactFields.NOTES, "new")),
                List.of());
        store.commit(
                fence,
                List.of(
                        new StateChange.Observe(gone),
                        new StateChange.Observe(waits),
                        new StateChange.PutIntent(intent),
                        new StateChange.Detach(ADA),
                        new StateChange.SetScope(Side.MAIL, new ScopeIdentity("mailbox-1")),
                        new StateChange.BeginScan(Side.MAIL),
                        new StateChange.MarkScanned(Side.MAIL, Set.of(MAIL_ADA.id())),
                        new StateChange.SetCursor(Side.MAIL, new Cursor("c1"))));

        CollectionState state = store.load(CONTACTS);

        assertThat(state.observations()).containsExactlyInAnyOrder(gone, waits);
        assertThat(state.waitingFor(Set.of("email\u0000ada"))).containsExactly(waits);
        assertThat(state.awake(NOW)).containsExactly(gone);
        assertThat(state.awake(NOW.plus(LEASE))).containsExactly(gone, waits);
        assertThat(state.intents()).containsExactly(intent);
        assertThat(state.isDetached(ADA)).isTrue();
        assertThat(state.scope(Side.MAIL)).isEqualTo(new ScopeIdentity("mailbox-1"));
        assertThat(state.scanned(Side.MAIL)).containsExactly(MAIL_ADA.id());
        assertThat(state.cursor(Side.MAIL)).isEqualTo(new Cursor("c1"));

        store.commit(
                fence,
                List.of(
                        new StateChange.ClearObservation(ADA),
                        new StateChange.RemoveIntent(LINK),
                        new StateChange.Reattach(ADA),
                        new StateChange.EndScan(Side.MAIL)));
        CollectionState later = store.load(CONTACTS);

        assertThat(later.observations()).containsExactly(waits);
        assertThat(later.intents()).isEmpty();
        assertThat(later.isDetached(ADA)).isFalse();
        assertThat(later.scanned(Side.MAIL)).isNull();
        assertThat(later.cursor(Side.MAIL)).isEqualTo(new Cursor("c1"));
    }

    /** What a side has yet to tell of comes back, until it is told. */
    @Test
    @DisplayName("G5: keeps the echoes that are awaited")
    void keepsAwaitedEchoes() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        AwaitedEcho first = AwaitedEcho.of(MAIL_ADA, NOW.plus(LEASE));
        AwaitedEcho other = AwaitedEcho.of(ADA, NOW);
        store.commit(
                fence,
                List.of(
                        new StateChange.AwaitEcho(first),
                        new StateChange.AwaitEcho(other),
                        new StateChange.AwaitEcho(first.missed())));

        assertThat(store.load(CONTACTS).echoes()).containsExactlyInAnyOrder(first.missed(), other);
        assertThat(store.load(CONTACTS).isEchoAwaited(MAIL_ADA)).isTrue();

        store.commit(fence, List.of(new StateChange.ForgetEcho(MAIL_ADA)));

        assertThat(store.load(CONTACTS).echoes()).containsExactly(other);
        assertThat(store.load(CONTACTS).isEchoAwaited(MAIL_ADA)).isFalse();
    }

    /** What is known beyond the records comes back: the claim, former links, the settings and what they leave to be judged. */
    @Test
    @DisplayName("S12, S14, S20: keeps the claim, hints and settings")
    void keepsWhatItKnowsBeyondRecords() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        ScopeSettings before = ScopeSettings.of(Items.anyConfiguration(), ItemKind.CONTACT);
        ScopeSettings now = new ScopeSettings(
                ItemKind.CONTACT,
                SyncDirection.CRM_TO_MAIL,
                before.fields(),
                List.of(new Filter(Side.CRM, COMPANY_NAME, Filter.Operator.IN, Set.of("Ünï", "b"))),
                before.window(),
                before.privateEvents());
        Hint whole = new Hint(LINK, ADA.id(), MAIL_ADA.id(), Hint.Reason.LEFT, null);
        Hint half = new Hint(
                new LinkId("link-2"),
                new ItemId("003b"),
                null,
                Hint.Reason.RELINKED,
                Items.contact("Bea", "Baker").build());
        store.commit(
                fence,
                List.of(
                        new StateChange.RememberClaim(7),
                        new StateChange.ChangeSettings(before),
                        new StateChange.ChangeSettings(now),
                        new StateChange.PutHint(whole),
                        new StateChange.PutHint(half),
                        new StateChange.AwaitJudgement(LINK),
                        new StateChange.BeginRelink()));

        CollectionState state = store.load(CONTACTS);
        assertThat(state.claimEpoch()).isEqualTo(7L);
        assertThat(state.settings()).isEqualTo(now);
        assertThat(state.formerSettings()).isEqualTo(before);
        assertThat(state.hints()).containsExactly(whole, half);
        assertThat(state.hintOf(MAIL_ADA)).contains(whole);
        assertThat(state.unjudged()).containsExactly(LINK);
        assertThat(state.isRelinking()).isTrue();

        Item source = Items.contact("Ada", "Lovelace").build();
        store.commit(
                fence,
                List.of(
                        new StateChange.ForgetClaim(),
                        new StateChange.PutLink(Link.half(LINK, Side.CRM, new Half(ADA.id(), null, source))),
                        new StateChange.RemoveHint(half.link()),
                        new StateChange.Judge(LINK),
                        new StateChange.EndRelink()));

        state = store.load(CONTACTS);
        assertThat(state.claimEpoch()).isNull();
        assertThat(state.hints()).as("a linked record needs no hint").isEmpty();
        assertThat(state.unjudged()).isEmpty();
        assertThat(state.isRelinking()).isFalse();
    }

    /** Where a moved collection came from comes back, and so do the former ids, until nobody goes back by them. */
    @Test
    @DisplayName("S22: keeps where a collection moved from, and its former ids until they are forgotten")
    void keepsWhereItMovedFrom() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        MoveOrigin origin = new MoveOrigin(new ScopeIdentity("former way"), NOW);
        FormerId former = new FormerId(LINK, MAIL_ADA.id());
        LinkId ended = new LinkId("link-2");
        store.commit(
                fence,
                List.of(
                        new StateChange.PutMove(origin),
                        new StateChange.PutFormerId(former),
                        new StateChange.PutFormerId(new FormerId(ended, new ItemId("AAMk/b+="))),
                        new StateChange.RemoveLink(ended)));

        assertThat(store.movedFrom(CONTACTS)).contains(origin);
        assertThat(store.load(CONTACTS).movedFrom()).isEqualTo(origin);
        assertThat(store.load(CONTACTS).formerIds()).containsExactly(former);
        assertThat(store.load(CONTACTS).formerId(LINK)).contains(former.id());

        store.commit(fence, List.of(new StateChange.ForgetFormerIds()));
        assertThat(store.load(CONTACTS).formerIds()).isEmpty();
        assertThat(store.movedFrom(CONTACTS)).contains(origin);

        store.commit(fence, List.of(new StateChange.ForgetMove()));
        assertThat(store.movedFrom(CONTACTS)).isEmpty();
    }

    /** What keeps trouble small comes back, and goes away when it is told to. */
    @Test
    @DisplayName("S13, S15, F7: keeps deletions made and held, quarantine and pause")
    void keepsSafeguards() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        DeletionLine early = new DeletionLine(LINK, Side.MAIL, NOW);
        DeletionLine late = new DeletionLine(new LinkId("link-2"), Side.CRM, NOW.plusSeconds(60));
        Hold hold = Hold.none()
                .holding(
                        CONTACTS,
                        List.of(new HeldDeletion(
                                LINK, ADA.id(), MAIL_ADA.id(), Side.MAIL, new ItemVersion("v1"), "too many", NOW)),
                        () -> "nonce-1");
        hold = hold.releasing(hold.offers().get(0), NOW);
        QuarantineEntry entry = new QuarantineEntry(
                ADA,
                new ItemVersion("v1"),
                MAIL_ADA,
                null,
                QuarantineReason.REJECTED,
                "TOO_LONG",
                "shorten the title",
                2,
                NOW.plus(LEASE));
        Pause pause = new Pause(PauseReason.THROTTLED, NOW.plus(LEASE), 1, "too fast");
        store.commit(
                fence,
                List.of(
                        new StateChange.LogDeletion(early),
                        new StateChange.LogDeletion(late),
                        new StateChange.PutHold(hold),
                        new StateChange.PutQuarantine(entry),
                        new StateChange.PutPause(pause)));

        CollectionState state = store.load(CONTACTS);

        assertThat(state.deletions()).containsExactlyInAnyOrder(early, late);
        assertThat(state.deletionsSince(NOW.plusSeconds(60))).isEqualTo(1);
        assertThat(state.hold()).isEqualTo(hold);
        assertThat(state.quarantine()).containsExactly(entry);
        assertThat(state.pause()).isEqualTo(pause);
        assertThat(store.pause(CONTACTS)).contains(pause);
        assertThat(store.pause(key("005A", ItemKind.EVENT))).isEmpty();

        store.commit(
                fence,
                List.of(
                        new StateChange.ForgetDeletionsBefore(NOW.plusSeconds(1)),
                        new StateChange.ForgetDeletion(new LinkId("link-2")),
                        new StateChange.PutHold(Hold.none()),
                        new StateChange.RemoveQuarantine(ADA),
                        new StateChange.RemovePause()));
        CollectionState later = store.load(CONTACTS);

        assertThat(later.deletions()).isEmpty();
        assertThat(later.hold()).isEqualTo(Hold.none());
        assertThat(later.quarantine()).isEmpty();
        assertThat(store.pause(CONTACTS)).isEmpty();
    }

    /** A store that adds an organization up does it right, and for that organization alone. */
    @Test
    @DisplayName("S13: adds up the links and the late deletions of an organization, if it can tell")
    void addsUpAnOrganization() {
        StateStore store = open();
        CollectionKey events = key("005A", ItemKind.EVENT);
        CollectionKey elsewhere =
                new CollectionKey(new OrganizationId("00D000000000002EAA"), new UserId("005A"), ItemKind.CONTACT);
        Half half = new Half(ADA.id(), null, Item.contact().build());
        store.commit(
                acquire(store, "one"),
                List.of(
                        new StateChange.PutLink(Link.half(LINK, Side.CRM, half)),
                        new StateChange.LogDeletion(new DeletionLine(new LinkId("gone-1"), Side.MAIL, NOW)),
                        new StateChange.LogDeletion(
                                new DeletionLine(new LinkId("gone-2"), Side.MAIL, NOW.minusSeconds(1)))));
        for (CollectionKey other : List.of(events, elsewhere)) {
            store.commit(
                    store.acquire(other, "one", NOW, LEASE).orElseThrow(),
                    List.of(new StateChange.LogDeletion(new DeletionLine(new LinkId("gone-3"), Side.CRM, NOW))));
        }

        assertThat(store.activity(CONTACTS.organization(), NOW))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        numbers -> assertThat(numbers).contains(new OrganizationActivity(1, 2)));
    }

    /** The journal keeps the losing value. */
    @Test
    @DisplayName("S3: keeps the journal in order")
    void keepsTheJournal() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        JournalEntry first = lost("first");
        JournalEntry second = lost("second");
        store.commit(fence, List.of(new StateChange.Journal(first)));
        store.commit(fence, List.of(new StateChange.Journal(second)));

        assertThat(store.journal(CONTACTS)).containsExactly(first, second);
    }

    /** What is too old goes, of one collection alone, and the rest stays in order. */
    @Test
    @DisplayName("S3: drops the lines of the journal from before a moment, if it can tell how many they are")
    void dropsOldLinesOfTheJournal() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        CollectionKey events = key("005A", ItemKind.EVENT);
        Instant kept = NOW.plusNanos(500);
        JournalEntry older = lost("older", kept.minusNanos(1));
        JournalEntry newer = lost("newer", kept.plusSeconds(1));
        JournalEntry exact = lost("exact", kept);
        List<StateChange> lines =
                List.of(new StateChange.Journal(older), new StateChange.Journal(newer), new StateChange.Journal(exact));
        store.commit(fence, lines);
        store.commit(store.acquire(events, "one", NOW, LEASE).orElseThrow(), List.of(new StateChange.Journal(older)));
        if (store.journalLinesBefore(CONTACTS, kept).isEmpty()) {
            return;
        }

        assertThat(store.journalLinesBefore(CONTACTS, kept)).hasValue(1);
        assertThat(store.journalLinesBefore(CONTACTS, kept.minusSeconds(1))).hasValue(0);
        assertThat(store.journalLinesBefore(key("005B", ItemKind.CONTACT), kept))
                .hasValue(0);

        store.release(fence, List.of(new StateChange.ForgetJournalBefore(kept)));

        assertThat(store.journal(CONTACTS)).containsExactly(newer, exact);
        assertThat(store.journalLinesBefore(CONTACTS, kept)).hasValue(0);
        assertThat(store.journal(events)).containsExactly(older);
    }

    /** A state that was loaded is the caller's own. */
    @Test
    @DisplayName("is not changed through a loaded state")
    void isNotChangedThroughALoadedState() {
        StateStore store = open();
        store.load(CONTACTS).apply(List.of(new StateChange.Detach(ADA)));

        assertThat(store.load(CONTACTS).isDetached(ADA)).isFalse();
    }

    /** Collections do not see each other. */
    @Test
    @DisplayName("keeps collections apart")
    void keepsCollectionsApart() {
        StateStore store = open();
        store.commit(acquire(store, "one"), List.of(new StateChange.Detach(ADA)));

        assertThat(store.load(key("005A", ItemKind.EVENT)).isDetached(ADA)).isFalse();
        assertThat(store.load(key("005a", ItemKind.CONTACT)).isDetached(ADA)).isFalse();
        assertThat(store.acquire(key("005a", ItemKind.CONTACT), "two", NOW, LEASE))
                .isPresent();
    }

    /** One lease at a time. */
    @Test
    @DisplayName("gives a lease to one owner at a time")
    void givesALeaseToOneOwner() {
        StateStore store = open();
        Fence first = acquire(store, "one");

        assertThat(store.acquire(CONTACTS, "two", NOW.plus(LEASE).minusSeconds(1), LEASE))
                .isEmpty();

        store.renew(first, NOW.plusSeconds(300), LEASE);
        assertThat(store.acquire(CONTACTS, "two", NOW.plus(LEASE), LEASE)).isEmpty();

        store.release(first);
        assertThat(store.acquire(CONTACTS, "two", NOW.plusSeconds(300), LEASE)).isPresent();
    }

    /** A worker that woke up late writes nothing more, whatever became of the newer lease. */
    @Test
    @DisplayName("refuses commits under an older lease")
    void refusesAnOlderLease() {
        StateStore store = open();
        Fence zombie = acquire(store, "one");
        Instant later = NOW.plus(LEASE);
        Fence heir = store.acquire(CONTACTS, "two", later, LEASE).orElseThrow();

        assertThat(heir.epoch()).isGreaterThan(zombie.epoch());
        assertThatThrownBy(() -> store.commit(zombie, List.of(new StateChange.Detach(ADA))))
                .isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> store.renew(zombie, later, LEASE)).isInstanceOf(FencedException.class);
        store.release(zombie);
        assertThat(store.acquire(CONTACTS, "three", later, LEASE))
                .as("a late release does not end the heir's lease")
                .isEmpty();
        store.release(heir);
        assertThatThrownBy(() -> store.commit(zombie, List.of())).isInstanceOf(FencedException.class);
        assertThat(store.load(CONTACTS).isDetached(ADA)).isFalse();
    }

    /** The last changes of a lease are stored, and the lease is over. */
    @Test
    @DisplayName("S18: stores the last changes of a lease with its end")
    void storesTheLastChangesWithTheEndOfALease() {
        StateStore store = open();
        Instant passed = NOW.plusSeconds(1);

        store.release(
                acquire(store, "one"),
                List.of(
                        new StateChange.SetCursor(Side.CRM, new Cursor("c1")),
                        new StateChange.EndRound(passed, null),
                        new StateChange.EndRound(passed.plusSeconds(1), StopReason.THROTTLED)));

        assertThat(store.load(CONTACTS).cursor(Side.CRM)).isEqualTo(new Cursor("c1"));
        assertThat(store.load(CONTACTS).lastRound())
                .isEqualTo(new LastRound(passed.plusSeconds(1), StopReason.THROTTLED, passed));
        assertThat(store.acquire(CONTACTS, "two", NOW, LEASE)).isPresent();
    }

    /** Who was overtaken has no last word. */
    @Test
    @DisplayName("takes no last changes of an older lease, and leaves the newer one in place")
    void takesNoLastChangesOfAnOlderLease() {
        StateStore store = open();
        Fence zombie = acquire(store, "one");
        Instant later = NOW.plus(LEASE);
        assertThat(store.acquire(CONTACTS, "two", later, LEASE)).isPresent();

        store.release(zombie, List.of(new StateChange.EndRound(later, null)));

        assertThat(store.load(CONTACTS).lastRound()).isNull();
        assertThat(store.acquire(CONTACTS, "three", later, LEASE)).isEmpty();
    }

    /** A lease ends even if its last changes cannot be made. */
    @Test
    @DisplayName("gives a lease back whose last changes cannot be made, and makes none of them")
    void endsALeaseWhoseLastChangesCannotBeMade() {
        StateStore store = open();
        Half half = new Half(ADA.id(), null, Item.contact().build());
        Fence fence = acquire(store, "one");
        store.commit(fence, List.of(new StateChange.PutLink(Link.half(LINK, Side.CRM, half))));
        Link thief = Link.half(new LinkId("link-2"), Side.CRM, half);

        assertThatThrownBy(() -> store.release(
                        fence, List.of(new StateChange.EndRound(NOW, null), new StateChange.PutLink(thief))))
                .isInstanceOf(CrosstieException.class);

        assertThat(store.load(CONTACTS).lastRound()).isNull();
        assertThat(store.acquire(CONTACTS, "two", NOW, LEASE)).isPresent();
    }

    /** A commit with a change that cannot be made changes nothing at all. */
    @Test
    @DisplayName("commits all or nothing")
    void commitsAllOrNothing() {
        StateStore store = open();
        Fence fence = acquire(store, "one");
        Half half = new Half(ADA.id(), null, Item.contact().build());
        store.commit(fence, List.of(new StateChange.PutLink(Link.half(LINK, Side.CRM, half))));
        Link thief = Link.half(new LinkId("link-2"), Side.CRM, half);

        assertThatThrownBy(() ->
                        store.commit(fence, List.of(new StateChange.Detach(MAIL_ADA), new StateChange.PutLink(thief))))
                .isInstanceOf(CrosstieException.class);

        assertThat(store.load(CONTACTS).isDetached(MAIL_ADA)).isFalse();
        assertThat(store.load(CONTACTS).links()).hasSize(1);
    }

    private static Fence acquire(StateStore store, String owner) {
        return store.acquire(CONTACTS, owner, NOW, LEASE).orElseThrow();
    }

    private static CollectionKey key(String user, ItemKind kind) {
        return new CollectionKey(new OrganizationId("00D000000000001EAA"), new UserId(user), kind);
    }

    private static JournalEntry lost(String value) {
        return lost(value, NOW);
    }

    private static JournalEntry lost(String value, Instant at) {
        return new JournalEntry(
                at, ADA.id(), MAIL_ADA.id(), new FieldConflict(Side.MAIL, ContactFields.NOTES, value, "kept", null));
    }
}
