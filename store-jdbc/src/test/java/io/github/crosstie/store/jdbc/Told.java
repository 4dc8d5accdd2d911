package io.github.crosstie.store.jdbc;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What these tests tell a store. */
final class Told {

    static final CollectionKey CONTACTS =
            new CollectionKey(new OrganizationId("00Da"), new UserId("005a"), ItemKind.CONTACT);
    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(10);

    private Told() {}

    static Fence acquire(StateStore store) {
        return store.acquire(CONTACTS, "one", NOW, LEASE).orElseThrow();
    }

    /** Three rows of three tables. */
    static List<StateChange> step(int number) {
        Item item =
                Item.contact().set(ContactFields.SURNAME, "Lovelace " + number).build();
        ItemId id = new ItemId("id " + number);
        return List.of(
                new StateChange.PutLink(
                        Link.of(new LinkId("link " + number), new Half(id, null, item), new Half(id, null, item))),
                new StateChange.Journal(new JournalEntry(
                        NOW, id, id, new FieldConflict(Side.MAIL, ContactFields.NOTES, "lost", "kept", null))),
                new StateChange.SetCursor(Side.CRM, new Cursor(Integer.toString(number))));
    }
}
