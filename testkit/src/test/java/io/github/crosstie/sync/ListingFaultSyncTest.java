package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.testkit.Items;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What listings and streams of changes may do to the engine: nothing. */
class ListingFaultSyncTest {

    private static final int RECORDS = 9;

    private final Enrollment user = Enrollment.contacts(mailbox -> mailbox.pageSize(2));
    private final List<ItemId> crm = new ArrayList<>();

    private void manyContacts() {
        for (int number = 0; number < RECORDS; number++) {
            crm.add(user.crm.create(Items.contact("Ada", "Lovelace " + number).build()));
        }
    }

    private List<ItemId> mail() {
        return List.copyOf(user.mail.items().keySet());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("F3: entries told twice, in any order and over again have no effect beyond the last")
    void toldTwiceAndInAnyOrder(long seed) {
        manyContacts();
        for (InMemoryRecords records : List.of(user.crm, user.mail)) {
            records.faults().reorderPages(seed);
            records.faults().duplicateEntries();
            records.faults().replayLast((int) seed % 5);
        }
        user.run();
        user.crm.edit(crm.get(0), contact -> contact.set(JOB_TITLE, "Countess"));
        user.mail.edit(mail().get(1), contact -> contact.set(NOTES, "from mail"));
        user.crm.delete(crm.get(2));
        ItemId fay = user.mail.create(Items.contact("Fay", "Fox").build());
        user.mail.edit(fay, contact -> contact.set(NOTES, "created and changed in one sync"));
        user.mail.faults().replay(user.mail.records().get(3));

        user.run();

        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
        assertThat(user.run()).as("seed " + seed).wroteNothing();
        assertThat(user.memory.load(user.key).observations()).as("seed " + seed).isEmpty();
    }

    @ParameterizedTest(name = "page {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("F4: when a page fails, what the pages before it told is kept, and the cursor is that of the last one")
    void keepsFinishedPages(int failing) {
        for (int number = 0; number < RECORDS; number++) {
            user.mail.create(Items.contact("Ada", "Lovelace " + number).build());
        }
        Endpoint mailbox = user.mailSystem.open(Enrollment.MAILBOX, ItemKind.CONTACT, user.configuration);
        Cursor last = null;
        for (int page = 1; page < failing; page++) {
            last = mailbox.changes(last).next();
        }
        Cursor next = mailbox.changes(last).next();
        user.mail.faults().beforeCall(failing, () -> {
            throw new UnavailableException("cut off");
        });

        assertThat(user.run()).stoppedWith(OutcomeCode.UNAVAILABLE).wroteNothing();

        CollectionState state = user.memory.load(user.key);
        assertThat(state.cursor(Side.MAIL)).isEqualTo(last);
        assertThat(state.observations()).hasSize(2 * (failing - 1));
        letOnePageThrough();
        assertThat(user.memory.load(user.key).cursor(Side.MAIL))
                .as("the page that failed comes next")
                .isEqualTo(next);
        user.run();
        assertThat(user.crm).hold(RECORDS).areInStepWith(user.mail);
        assertThat(user.run()).wroteNothing();
    }

    private void letOnePageThrough() {
        user.mail.faults().beforeCall(2, () -> {
            throw new UnavailableException("cut off");
        });
        user.run();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    @DisplayName("F4: a first listing that fails at every page in turn duplicates nothing and loses nothing")
    void comesThroughThoughEveryPageFailsOnce(Side side) {
        manyContacts();
        for (int number = 0; number < RECORDS; number += 2) {
            user.mail.create(Items.contact("Ada", "Lovelace " + number).build());
        }
        for (int failing = 1; failing < 12; failing++) {
            user.on(side).faults().beforeCall(failing, () -> {
                throw new UnavailableException("cut off");
            });
            user.run();
        }
        user.on(side).faults().clear();

        user.run();

        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
        assertThat(user.run()).wroteNothing();
    }

    @Test
    @DisplayName("F5: a cursor that expires at any call, in the comparison too, writes nothing for what is unchanged")
    void expiresAtAnyCall() {
        manyContacts();
        user.run();
        int writes = user.writes();
        for (int call = 1; call <= 12; call++) {
            user.mail.faults().expireCursor();
            user.mail.faults().beforeCall(call, () -> user.mail.faults().expireCursor());
            user.run();
            user.run();
            assertThat(user.writes())
                    .as("cursor expires at call %s of a comparison", call)
                    .isEqualTo(writes);
        }
        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
    }

    @Test
    @DisplayName("F5: what was edited and deleted before the cursor expired still flows, by verified reads alone")
    void comparesAfterTheCursorExpired() {
        manyContacts();
        user.run();
        List<ItemId> mail = mail();
        user.mail.edit(mail.get(0), contact -> contact.set(NOTES, "from mail"));
        user.crm.delete(crm.get(1));
        user.crm.faults().expireCursor();
        user.mail.faults().expireCursor();

        assertThat(user.run()).wrote(2).updatedInCrm(1).deletedInMailbox(1);

        assertThat(user.mail).hold(RECORDS - 1).areInStepWith(user.crm);
        assertThat(user.run()).wroteNothing();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Side.class)
    @DisplayName("F6: a listing that shows a third and claims to be complete deletes nothing, round after round")
    void believesNoListingThatLies(Side side) {
        manyContacts();
        user.run();
        int writes = user.writes();
        for (int round = 0; round < 4; round++) {
            // So few are missing in the first round that the guard would let their deletion through.
            user.on(side).faults().truncateListingButClaimComplete(round % 2 == 0 ? RECORDS - 2 : RECORDS / 3);
            user.on(side).faults().expireCursor();
            assertThat(user.run()).as("round " + round).deletedInCrm(0).deletedInMailbox(0);
        }
        user.on(side).faults().clear();
        user.on(side).faults().expireCursor();

        user.run();

        assertThat(user.writes()).isEqualTo(writes);
        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
    }

    @Test
    @DisplayName("F6: behind a listing that lies, what is really deleted is still proven and propagated")
    void provesWhatIsReallyDeleted() {
        manyContacts();
        user.run();
        user.crm.delete(crm.get(RECORDS - 1));
        user.crm.faults().truncateListingButClaimComplete(RECORDS / 3);
        user.crm.faults().expireCursor();

        assertThat(user.run()).deletedInMailbox(1).wrote(1);

        assertThat(user.mail).hold(RECORDS - 1).areInStepWith(user.crm);
    }

    @Test
    @DisplayName("F6: an empty listing that claims to be complete deletes nothing")
    void believesNoEmptyListing() {
        manyContacts();
        user.run();
        user.crm.faults().truncateListingButClaimComplete(0);
        user.crm.faults().expireCursor();

        assertThat(user.run()).wroteNothing();

        Item first = user.crm.item(crm.get(0)).orElseThrow();
        assertThat(user.mail.items().values()).hasSize(RECORDS).contains(first);
    }

    @ParameterizedTest(name = "hidden for {0} polls")
    @ValueSource(ints = {1, 2, 3, 5})
    @DisplayName("F22: a record that is not listed for some polls is neither created again nor deleted")
    void waitsForWhatIsNotListedYet(int polls) {
        user.mail.faults().lag(polls);
        user.crm.faults().lag(polls);
        manyContacts();
        user.mail.create(Items.contact("Fay", "Fox").build());
        for (int round = 0; round < 3 * polls + 6; round++) {
            if (round % 3 == 1) {
                user.mail.faults().expireCursor();
            }
            assertThat(user.run()).as("round " + round).deletedInCrm(0).deletedInMailbox(0);
        }

        assertThat(user.mail).hold(RECORDS + 1).areInStepWith(user.crm);
        assertThat(user.run()).wroteNothing();
    }

    @ParameterizedTest(name = "hidden for {0} polls")
    @ValueSource(ints = {1, 2, 3, 5})
    @DisplayName("F22: a record that was edited while it was not listed yet loses nothing")
    void keepsEditsOfWhatIsNotListedYet(int polls) {
        user.mail.faults().lag(polls);
        ItemId ada = user.crm.create(Items.contact("Ada", "Lovelace").build());
        user.run();
        user.mail.edit(mail().get(0), contact -> contact.set(NOTES, "typed on the fresh copy"));
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
        for (int round = 0; round < polls + 4; round++) {
            user.run();
        }

        Item both = Items.contact("Ada", "Lovelace")
                .set(NOTES, "typed on the fresh copy")
                .set(JOB_TITLE, "Countess")
                .build();
        assertThat(user.crm).holdsExactly(both);
        assertThat(user.mail).holdsExactly(both);
    }
}
