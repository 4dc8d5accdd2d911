package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
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
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store promises of ids with any characters, of large commits, and of what lasts. */
abstract class StorePromises {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Instant NOW = MutableClock.START;
    private static final CollectionKey CONTACTS = new CollectionKey(
            new OrganizationId("00D000000000001EAA"), new UserId("005000000000001AAA"), ItemKind.CONTACT);
    private static final int MANY = 3_000;

    /** What systems really give, and worse: quotes, controls, a null character, an emoji, trailing blanks. */
    private static final List<String> STRANGE = List.of(
            "AAMkAGI2/+==",
            "aamkagi2/+==",
            "AAMkAGI2/+== ",
            "it's \"quoted\" \\ % _ ; --",
            "line\nbreak\ttab",
            "null\u0000character",
            "ü漢😀e\u0301",
            "é",
            "e\u0301",
            "x".repeat(700));

    abstract StateStore emptyStore();

    abstract @Nullable StateStore openedAgain(StateStore store);

    private static Fence lease(StateStore store) {
        return store.acquire(CONTACTS, "one", NOW, LEASE).orElseThrow();
    }

    private static Link link(int number, String crm, String mail) {
        Item item = Items.contact("Ada", "Lovelace " + number).build();
        return Link.of(
                new LinkId("link-" + number),
                new Half(new ItemId(crm), new ItemVersion("v" + number), item),
                new Half(new ItemId(mail), new ItemVersion("w" + number), item));
    }

    private static JournalEntry line(String lost) {
        return new JournalEntry(
                NOW,
                new ItemId("003a"),
                new ItemId("AAMk"),
                new FieldConflict(Side.MAIL, ContactFields.NOTES, lost, "kept", null));
    }

    /** Case, blanks, quotes, controls and composed characters all count. */
    @Test
    @DisplayName("A14: keeps ids, versions, cursors and scopes apart and whole, whatever characters they hold")
    void keepsStrangeIdsApart() {
        StateStore store = emptyStore();
        Fence fence = lease(store);
        List<Link> links = new ArrayList<>();
        List<StateChange> changes = new ArrayList<>();
        for (String id : STRANGE) {
            Link link = link(links.size(), id, id);
            links.add(link);
            changes.add(new StateChange.PutLink(link));
            changes.add(new StateChange.Detach(new RecordKey(Side.MAIL, new ItemId("detached " + id))));
        }
        changes.add(new StateChange.SetCursor(Side.MAIL, new Cursor(STRANGE.get(3) + STRANGE.get(5))));
        changes.add(new StateChange.SetScope(Side.MAIL, new ScopeIdentity(STRANGE.get(6))));

        store.commit(fence, changes);

        CollectionState state = store.load(CONTACTS);
        assertThat(state.links()).containsExactlyInAnyOrderElementsOf(links);
        for (int each = 0; each < links.size(); each++) {
            ItemId id = new ItemId(STRANGE.get(each));
            assertThat(state.linkOf(new RecordKey(Side.CRM, id))).contains(links.get(each));
            assertThat(state.linkOf(new RecordKey(Side.MAIL, id))).contains(links.get(each));
            assertThat(state.isDetached(new RecordKey(Side.MAIL, new ItemId("detached " + id))))
                    .isTrue();
        }
        assertThat(state.isDetached(new RecordKey(Side.MAIL, new ItemId("DETACHED " + STRANGE.get(0)))))
                .isFalse();
        assertThat(state.cursor(Side.MAIL)).isEqualTo(new Cursor(STRANGE.get(3) + STRANGE.get(5)));
        assertThat(state.scope(Side.MAIL)).isEqualTo(new ScopeIdentity(STRANGE.get(6)));
    }

    /** Users, organizations and kinds are told apart, by case too. */
    @Test
    @DisplayName("A14: keeps collections apart whose ids differ by case only, with their leases and journals")
    void keepsCollectionsApartByCase() {
        StateStore store = emptyStore();
        store.commit(lease(store), List.of(new StateChange.Journal(line("mine"))));
        List<CollectionKey> others = List.of(
                new CollectionKey(CONTACTS.organization(), new UserId("005000000000001aAA"), ItemKind.CONTACT),
                new CollectionKey(new OrganizationId("00d000000000001EAA"), CONTACTS.user(), ItemKind.CONTACT),
                new CollectionKey(CONTACTS.organization(), CONTACTS.user(), ItemKind.EVENT));

        for (CollectionKey other : others) {
            assertThat(store.journal(other)).isEmpty();
            assertThat(store.acquire(other, "two", NOW, LEASE))
                    .as("lease of " + other)
                    .isPresent();
        }
    }

    /** A first listing commits a page at a time, a relink all at once. */
    @Test
    @DisplayName("commits thousands of changes at once, and each of them")
    void commitsThousandsOfChanges() {
        StateStore store = emptyStore();
        List<StateChange> changes = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            changes.add(new StateChange.PutLink(link(number, "crm-" + number, "mail-" + number)));
        }

        store.commit(lease(store), changes);

        CollectionState state = store.load(CONTACTS);
        assertThat(state.links()).hasSize(MANY);
        assertThat(state.linkOf(new RecordKey(Side.MAIL, new ItemId("mail-" + (MANY - 1)))))
                .isPresent();
    }

    /** The last change of many cannot be made: none of them is. */
    @Test
    @DisplayName("commits all or nothing, though the last of many changes is the bad one")
    void takesManyChangesBack() {
        StateStore store = emptyStore();
        Fence fence = lease(store);
        store.commit(fence, List.of(new StateChange.PutLink(link(0, "crm-0", "mail-0"))));
        List<StateChange> changes = new ArrayList<>();
        for (int number = 1; number <= 200; number++) {
            changes.add(new StateChange.PutLink(link(number, "crm-" + number, "mail-" + number)));
        }
        changes.add(new StateChange.Journal(line("never happened")));
        changes.add(new StateChange.PutLink(link(201, "crm-0", "mail-201")));

        assertThatThrownBy(() -> store.commit(fence, changes)).isInstanceOf(CrosstieException.class);

        assertThat(store.load(CONTACTS).links()).hasSize(1);
        assertThat(store.journal(CONTACTS)).isEmpty();
        store.commit(fence, changes.subList(0, 200));
        assertThat(store.load(CONTACTS).links()).as("the lease is still good").hasSize(201);
    }

    /** The order of the changes is the order of their making. */
    @Test
    @DisplayName("makes the changes of one commit in their order, and keeps its lines of the journal in theirs")
    void keepsTheOrderWithinACommit() {
        StateStore store = emptyStore();
        Fence fence = lease(store);
        RecordKey ada = new RecordKey(Side.CRM, new ItemId("003a"));
        List<StateChange> changes = new ArrayList<>();
        List<JournalEntry> lines = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            lines.add(line("value " + (number * 7) % 50));
            changes.add(new StateChange.Journal(lines.get(number)));
        }
        changes.add(new StateChange.Detach(ada));
        changes.add(new StateChange.Reattach(ada));

        store.commit(fence, changes);
        store.commit(fence, List.of(new StateChange.Journal(line("last"))));
        lines.add(line("last"));

        assertThat(store.load(CONTACTS).isDetached(ada)).isFalse();
        assertThat(store.journal(CONTACTS)).containsExactlyElementsOf(lines);
    }

    /** The round that was told that a commit failed may find that it was made, and makes it again. */
    @Test
    @DisplayName("F14: may be told the same changes again")
    void takesTheSameChangesAgain() {
        StateStore store = emptyStore();
        Fence fence = lease(store);
        List<StateChange> changes = List.of(
                new StateChange.PutLink(link(1, "crm-1", "mail-1")),
                new StateChange.SetCursor(Side.CRM, new Cursor("c1")),
                new StateChange.RemoveIntent(new LinkId("link-1")),
                new StateChange.ClearObservation(new RecordKey(Side.CRM, new ItemId("crm-1"))));

        store.commit(fence, changes);
        store.commit(fence, changes);

        assertThat(store.load(CONTACTS).links()).hasSize(1);
        assertThat(store.load(CONTACTS).cursor(Side.CRM)).isEqualTo(new Cursor("c1"));
    }

    /** Epochs only rise, also after a lease was given back. */
    @Test
    @DisplayName("gives every lease a higher epoch than all before it, given back or run out")
    void raisesTheEpoch() {
        StateStore store = emptyStore();
        Fence first = lease(store);
        store.release(first);
        Fence second = lease(store);
        Fence third = store.acquire(CONTACTS, "two", NOW.plus(LEASE), LEASE).orElseThrow();

        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(third.epoch()).isGreaterThan(second.epoch());
        assertThatThrownBy(() -> store.commit(first, List.of())).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> store.commit(second, List.of())).isInstanceOf(FencedException.class);
        store.commit(third, List.of());
    }

    /** What was committed outlives the process; so does the fence. */
    @Test
    @DisplayName("keeps state, journal and epochs when it is opened again")
    void lastsWhenOpenedAgain() {
        StateStore store = emptyStore();
        Fence before = lease(store);
        Link link = link(1, STRANGE.get(5), STRANGE.get(6));
        store.commit(before, List.of(new StateChange.PutLink(link), new StateChange.Journal(line("lost"))));

        Optional<StateStore> again = Optional.ofNullable(openedAgain(store));
        Assumptions.assumeTrue(
                again.isPresent(), "the store does not outlive its process, or the test cannot open it again");

        assertThat(again.get().load(CONTACTS).links()).containsExactly(link);
        assertThat(again.get().journal(CONTACTS)).containsExactly(line("lost"));
        assertThat(again.get().acquire(CONTACTS, "two", NOW, LEASE))
                .as("the lease of the process before lasts")
                .isEmpty();
        Fence after =
                again.get().acquire(CONTACTS, "two", NOW.plus(LEASE), LEASE).orElseThrow();
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThatThrownBy(() -> again.get().commit(before, List.of())).isInstanceOf(FencedException.class);
    }
}
