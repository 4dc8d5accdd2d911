package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.EventFields.SENSITIVITY;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static io.github.crosstie.item.EventFields.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.ChangedAgainstDeletedPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Sensitivity;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of a record whose counterpart went away. */
class SurvivorSyncTest {

    private Enrollment user;
    private ItemId crmAda;
    private ItemId mailAda;

    @BeforeEach
    void adaAndOthersAreInStep() {
        user = Enrollment.contacts();
        crmAda = user.crm.create(Items.contact("Ada", "Lovelace").build());
        for (int i = 0; i < 3; i++) {
            user.crm.create(Items.contact("Other", "Number" + i).build());
        }
        user.run();
        mailAda = user.mail.items().keySet().iterator().next();
    }

    @Test
    @DisplayName("S9: a private event is not created in the CRM because its counterpart there was deleted")
    void keepsAPrivateSurvivorPrivate() {
        Enrollment events = linkedEvent();
        ItemId mail = only(events, Side.MAIL);
        events.mail.edit(
                mail, event -> event.set(SENSITIVITY, Sensitivity.PRIVATE).set(SUBJECT, "Nobody's business"));
        events.crm.delete(only(events, Side.CRM));

        events.run();
        events.run();

        assertThat(events.crm.items()).isEmpty();
        assertThat(events.mail.item(mail)).isPresent();
    }

    @Test
    @DisplayName("S23: an event moved out of the window is not created in the CRM because its counterpart was deleted")
    void leavesASurvivorOutsideTheWindowAlone() {
        Enrollment events = linkedEvent();
        ItemId mail = only(events, Side.MAIL);
        ZonedDateTime past = ZonedDateTime.now(events.clock).minusDays(90);
        events.mail.edit(mail, event -> event.set(TIME, new EventTime.Timed(past, past.plusHours(1))));
        events.crm.delete(only(events, Side.CRM));

        events.run();

        assertThat(events.crm.items()).isEmpty();
        assertThat(events.mail.item(mail)).isPresent();
    }

    @Test
    @DisplayName("S11: a detached record whose deleted counterpart is restored is not created again")
    void keepsTheMarkWhenTheDeletedRecordIsRestored() {
        user.mail.delete(mailAda);
        user.run();
        user.mail.faults().expireCursor();
        user.run();
        user.mail.restore(mailAda);

        RoundReport report = user.run();

        assertThat(user.crm.items()).hasSize(4);
        assertThat(user.mail.items()).hasSize(4);
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.DETACHED);
    }

    @Test
    @DisplayName("S11: a detached record that goes out of view and comes back is not created again")
    void keepsTheMarkWhenTheSurvivorMovesAwayAndBack() {
        user.mail.delete(mailAda);
        user.run();
        user.crm.hide(crmAda);
        user.run();
        user.crm.restore(crmAda);

        user.run();

        assertThat(user.mail.items()).hasSize(3);
        assertThat(user.memory.load(user.key).isDetached(new RecordKey(Side.CRM, crmAda)))
                .isTrue();
    }

    @Test
    @DisplayName("S10, S11: a deleted record is not created again because its counterpart moved away and back")
    void detachesWhereOneDeletionIsUnproven() {
        user.crm.delete(crmAda);
        user.mail.hide(mailAda);
        user.run();
        user.mail.restore(mailAda);

        user.run();
        user.run();

        assertThat(user.crm.items()).hasSize(3);
        assertThat(user.mail.item(mailAda)).isPresent();
    }

    @Test
    @DisplayName("S3: an edit that loses against a deletion is kept in the journal")
    void journalsWhatADeletionOverwrites() {
        theWinnerDecides();

        RoundReport report = user.run();

        assertThat(user.mail.item(mailAda)).isEmpty();
        assertThat(report.journal()).singleElement().satisfies(line -> {
            assertThat(line.conflict().loser()).isEqualTo(Side.MAIL);
            assertThat(line.conflict().lost()).isEqualTo("typed by hand");
            assertThat(line.conflict().kept()).isNull();
        });
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.CONFLICT_RESOLVED);
        assertThat(report.plan().orElseThrow().header().totals().conflicts()).isEqualTo(1);
    }

    @Test
    @DisplayName("S3: an edit that loses against a deletion whose answer was lost is kept in the journal")
    void journalsWhatALostDeletionOverwrote() {
        theWinnerDecides();
        user.mail.faults().loseReplyOnce();
        user.run();

        RoundReport report = user.run();

        assertThat(user.mail.item(mailAda)).isEmpty();
        assertThat(report.journal()).extracting(line -> line.conflict().lost()).containsExactly("typed by hand");
        assertThat(user.run().journal()).isEmpty();
    }

    @Test
    @DisplayName("S10: a report of a deletion is spent once the record was read, and proves no later absence")
    void believesASpentReportNoMore() {
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        AtomicBoolean told = new AtomicBoolean();
        user.mailWay = mailbox -> new VagueMailbox(mailbox, mailAda, told);
        user.crm.hide(crmAda);
        user.run();
        assertThat(told).isTrue();
        user.mail.hide(mailAda);
        user.crm.restore(crmAda);

        user.run();
        user.run();

        assertThat(user.crm.item(crmAda)).isPresent();
        assertThat(user.memory.load(user.key).links()).hasSize(4);
    }

    private void theWinnerDecides() {
        user.settings(change -> change.changedAgainstDeleted(ChangedAgainstDeletedPolicy.CONFLICT_POLICY));
        user.crm.delete(crmAda);
        user.mail.edit(mailAda, contact -> contact.set(NOTES, "typed by hand"));
    }

    private static Enrollment linkedEvent() {
        Enrollment events = Enrollment.events();
        ZonedDateTime tomorrow = ZonedDateTime.now(events.clock).plusDays(1);
        events.crm.create(Items.meeting("Review", tomorrow, Duration.ofHours(1)).build());
        events.run();
        return events;
    }

    private static ItemId only(Enrollment user, Side side) {
        return user.on(side).items().keySet().iterator().next();
    }

    /** A mailbox whose reads do not say why a record is not there, and which once tells of a deletion long undone. */
    private static final class VagueMailbox extends ForwardingEndpoint {

        private final ItemId undone;
        private final AtomicBoolean told;

        VagueMailbox(Endpoint mailbox, ItemId undone, AtomicBoolean told) {
            super(mailbox);
            this.undone = undone;
            this.told = told;
        }

        @Override
        public ChangePage changes(@Nullable Cursor cursor) {
            ChangePage page = super.changes(cursor);
            List<Change> changes = new ArrayList<>(page.changes());
            if (told.compareAndSet(false, true)) {
                changes.add(new Change.Removed(undone, Removal.DELETED));
            } else {
                changes.replaceAll(change -> change instanceof Change.Removed removed
                        ? new Change.Removed(removed.id(), Removal.UNKNOWN)
                        : change);
            }
            return new ChangePage(changes, page.next(), page.more(), page.complete());
        }

        @Override
        public List<ReadOutcome> read(Collection<ItemId> ids) {
            return super.read(ids).stream()
                    .map(outcome -> outcome instanceof ReadOutcome.Absent absent
                            ? new ReadOutcome.Absent(absent.id(), Removal.UNKNOWN)
                            : outcome)
                    .toList();
        }
    }
}
