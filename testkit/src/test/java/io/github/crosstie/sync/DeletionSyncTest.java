package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.ChangedAgainstDeletedPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeletionSyncTest {

    private Enrollment user;
    private ItemId crmAda;
    private ItemId mailAda;

    @BeforeEach
    void adaAndOthersAreInStep() {
        user = Enrollment.contacts();
        crmAda = user.crm.create(Items.contact("Ada", "Lovelace").build());
        others(user.crm, 3);
        user.run();
        mailAda = user.mail.items().keySet().iterator().next();
    }

    private static void others(InMemoryRecords records, int count) {
        for (int i = 0; i < count; i++) {
            records.create(Items.contact("Other", "Number" + i).build());
        }
    }

    @Test
    @DisplayName("S11: a deletion in the CRM propagates to the mailbox by default")
    void propagatesFromTheCrm() {
        user.crm.delete(crmAda);

        user.run();

        assertThat(user.mail.item(mailAda)).isEmpty();
        assertThat(user.mail.items()).hasSize(3);
        assertThat(user.memory.load(user.key).links()).hasSize(3);
        assertThat(user.run().outcomes()).isEmpty();
    }

    @Test
    @DisplayName("S11: a deletion in the mailbox detaches by default, and the survivor is not created again")
    void detachesFromTheMailbox() {
        user.mail.delete(mailAda);

        RoundReport parting = user.run();
        user.crm.edit(crmAda, contact -> contact.set(NOTES, "still here"));
        RoundReport report = user.run();

        assertThat(user.crm.item(crmAda)).isPresent();
        assertThat(user.mail.items()).hasSize(3);
        assertThat(parting.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.DETACHED);
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.DETACHED);
    }

    @Test
    @DisplayName("S11: a deletion in the mailbox propagates if the setting says so")
    void propagatesFromTheMailboxBySetting() {
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        user.mail.delete(mailAda);

        user.run();

        assertThat(user.crm.item(crmAda)).isEmpty();
        assertThat(user.crm.items()).hasSize(3);
    }

    @Test
    @DisplayName("S11: a deletion waits for an answer if the setting is to ask")
    void asks() {
        user.settings(change -> change.deletions(Side.CRM, DeletePolicy.ASK));
        user.crm.delete(crmAda);

        user.run();
        RoundReport report = user.run();

        assertThat(user.mail.item(mailAda)).isPresent();
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.DELETIONS_HELD);
    }

    @Test
    @DisplayName("S1: one way, a deletion on the target detaches")
    void oneWayDetachesOnTheTarget() {
        user.settings(
                change -> change.direction(SyncDirection.CRM_TO_MAIL).deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        user.mail.delete(mailAda);

        user.run();
        user.run();

        assertThat(user.crm.item(crmAda)).isPresent();
        assertThat(user.mail.items()).hasSize(3);
    }

    @Test
    @DisplayName("S10: a record that is merely out of view takes nothing with it, and goes on when it returns")
    void propagatesNoLossOfSight() {
        user.crm.hide(crmAda);
        user.mail.edit(mailAda, contact -> contact.set(NOTES, "edited meanwhile"));

        RoundReport report = user.run();

        assertThat(user.mail.item(mailAda)).isPresent();
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.GONE_FROM_VIEW);

        user.crm.restore(crmAda);
        user.run();

        assertThat(user.crm.item(crmAda).orElseThrow().get(NOTES)).contains("edited meanwhile");
        assertThat(user.crm.items()).hasSize(4);
    }

    @Test
    @DisplayName("G3: what an incomplete view does not show is not deleted after an expired cursor")
    void deletesNothingByAbsence() {
        user.crm.hide(crmAda);
        user.crm.faults().expireCursor();

        user.run();

        assertThat(user.mail.items()).hasSize(4);
    }

    @Test
    @DisplayName("S10: a deletion that an expired cursor hid is still found and proven")
    void findsDeletionsBehindAnExpiredCursor() {
        user.crm.delete(crmAda);
        user.crm.faults().expireCursor();

        user.run();

        assertThat(user.mail.item(mailAda)).isEmpty();
        assertThat(user.mail.items()).hasSize(3);
    }

    @Test
    @DisplayName("S3: a change beats a deletion: the record is created again")
    void changeBeatsDeletion() {
        user.crm.delete(crmAda);
        user.mail.edit(mailAda, contact -> contact.set(NOTES, "do not lose me"));

        user.run();

        assertThat(user.mail.item(mailAda)).isPresent();
        assertThat(user.crm.items().values())
                .filteredOn(item -> item.get(NOTES).isPresent())
                .containsExactly(user.mail.item(mailAda).orElseThrow());
        assertThat(user.crm.items()).hasSize(4);
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("S3: an edit just before the deletion is written beats it too")
    void lateChangeBeatsDeletion() {
        user.crm.delete(crmAda);
        AtomicBoolean done = new AtomicBoolean();
        user.mail.faults().beforeWrite(write -> {
            if (done.compareAndSet(false, true)) {
                user.mail.edit(mailAda, contact -> contact.set(NOTES, "just in time"));
            }
        });

        user.run();

        assertThat(user.mail.item(mailAda)).isPresent();
        assertThat(user.crm.items()).hasSize(4);
    }

    @Test
    @DisplayName("S3: the winner of the conflict policy decides if the setting says so")
    void conflictPolicyDecides() {
        user.settings(change -> change.changedAgainstDeleted(ChangedAgainstDeletedPolicy.CONFLICT_POLICY));
        user.crm.delete(crmAda);
        user.mail.edit(mailAda, contact -> contact.set(NOTES, "lost"));

        user.run();

        assertThat(user.mail.item(mailAda)).isEmpty();
    }

    @Test
    @DisplayName("both sides deleted: the link is dropped without a write")
    void dropsTheLinkOfTwoDeletedRecords() {
        user.crm.delete(crmAda);
        user.mail.delete(mailAda);

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(3);
        assertThat(user.memory.load(user.key).observations()).isEmpty();
    }

    @Test
    @DisplayName("S13: too many deletions are held, everything else goes on")
    void holdsTooManyDeletions() {
        Enrollment many = Enrollment.contacts();
        others(many.crm, 40);
        many.run();
        List<ItemId> ids = new ArrayList<>(many.crm.items().keySet());
        ids.subList(0, 5).forEach(many.crm::delete);
        many.crm.create(Items.contact("Ada", "Lovelace").build());

        RoundReport report = many.run();

        assertThat(many.mail.items()).hasSize(41);
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.code() == OutcomeCode.DELETIONS_HELD)
                .hasSize(5);
        assertThat(report.plan().orElseThrow().header().guard().holds()).isTrue();

        RoundReport again = many.run();

        assertThat(again.outcomes()).as("time releases nothing").hasSize(5);
    }

    @Test
    @DisplayName("S13: few deletions among many go through")
    void letsFewDeletionsThrough() {
        Enrollment many = Enrollment.contacts();
        others(many.crm, 40);
        many.run();
        List<ItemId> ids = new ArrayList<>(many.crm.items().keySet());
        ids.subList(0, 4).forEach(many.crm::delete);

        many.run();

        assertThat(many.mail.items()).hasSize(36);
    }

    @Test
    @DisplayName("S13: a side that lost everything holds its deletions")
    void holdsWhenASideIsEmpty() {
        user.crm.items().keySet().forEach(user.crm::delete);

        user.run();

        assertThat(user.mail.items()).hasSize(4);
    }

    @Test
    @DisplayName("S11: the deletion of a past event detaches, that of a future one propagates")
    void keepsPastEvents() {
        Enrollment events = Enrollment.events();
        ZonedDateTime now = ZonedDateTime.now(events.clock);
        ItemId past = events.crm.create(
                Items.meeting("Past", now.minusDays(2), Duration.ofHours(1)).build());
        ItemId future = events.crm.create(
                Items.meeting("Future", now.plusDays(2), Duration.ofHours(1)).build());
        events.crm.create(
                Items.meeting("Other", now.plusDays(3), Duration.ofHours(1)).build());
        events.run();
        events.crm.delete(past);
        events.crm.delete(future);

        events.run();

        assertThat(events.mail.items().values())
                .extracting(item -> item.get(EventFields.SUBJECT).orElseThrow())
                .containsExactlyInAnyOrder("Past", "Other");
    }
}
