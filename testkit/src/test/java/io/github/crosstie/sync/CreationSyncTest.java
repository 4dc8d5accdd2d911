package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.testkit.Items;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of creations whose outcome a round did not learn. */
class CreationSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();

    private Enrollment user;
    private ItemId crmAda;

    @BeforeEach
    void adaIsInTheCrm() {
        user = Enrollment.contacts();
        crmAda = user.crm.create(ADA);
    }

    @Test
    @DisplayName("G4, F22: a created record that only the change stream shows is adopted, and not created again")
    void adoptsWhatTheSearchDoesNotShowYet() {
        loseTheCreation();
        user.mailWay = LaggingSearch::new;

        RoundReport report = user.run();
        user.run();

        assertThat(user.mail.items().values()).containsExactly(ADA);
        assertThat(user.crm.items().values()).containsExactly(ADA);
        assertThat(report.outcomes())
                .extracting(Outcome::code)
                .as("nothing else was planned for the half link")
                .containsExactly(OutcomeCode.DONE);
    }

    @Test
    @DisplayName("G4: of two records with one tag one is adopted, the other is a record of its own")
    void adoptsOneOfTwoWithOneTag() {
        loseTheCreation();
        ItemId created = user.mail.items().keySet().iterator().next();
        ItemId copy = user.mail.copy(created);
        user.mailWay = LaggingSearch::new;

        RoundReport report = user.run();
        user.run();

        assertThat(user.mail.items()).containsOnlyKeys(created, copy);
        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.memory.load(user.key).links()).hasSize(2);
        assertThat(report.plan().orElseThrow().changes())
                .filteredOn(PlannedChange.Adopt.class::isInstance)
                .extracting(PlannedChange::records)
                .containsExactly(List.of(new RecordKey(Side.MAIL, created)));
    }

    @Test
    @DisplayName("S11: the source of a created record whose answer was lost is deleted: so is the record")
    void adoptsAlthoughTheSourceIsGone() {
        others();
        loseTheCreation();
        user.crm.delete(crmAda);
        user.mailWay = LaggingSearch::new;

        user.run();
        user.run();

        assertThat(user.crm.items()).hasSize(3);
        assertThat(user.mail.items()).hasSize(3);
    }

    @Test
    @DisplayName("S1: a creation that never arrived is not made again once the direction forbids it")
    void createsNothingAgainstTheDirection() {
        neverArrive();
        user.settings(change -> change.direction(SyncDirection.MAIL_TO_CRM));

        user.run();
        user.run();

        assertThat(user.mail.items()).isEmpty();
        assertThat(user.memory.load(user.key).links()).isEmpty();
    }

    @Test
    @DisplayName("S2: a record whose creation was given up is still matched")
    void matchesWhatWasGivenUp() {
        neverArrive();
        user.settings(change -> change.direction(SyncDirection.MAIL_TO_CRM));
        user.run();
        user.mail.create(ADA.toBuilder().set(NOTES, "typed by hand").build());

        user.run();

        assertThat(user.crm.items()).hasSize(1);
        assertThat(user.crm.item(crmAda).orElseThrow().get(NOTES)).contains("typed by hand");
    }

    @Test
    @DisplayName("S2: an event without a title that exists on both sides is linked by its time, not duplicated")
    void linksUntitledEvents() {
        Enrollment events = Enrollment.events();
        ZonedDateTime start = ZonedDateTime.now(events.clock).plusDays(1);
        Item untitled = Item.event()
                .set(EventFields.TIME, new EventTime.Timed(start, start.plusHours(1)))
                .build();
        events.crm.create(untitled);
        events.mail.create(untitled);

        events.run();

        assertThat(events.crm.items()).hasSize(1);
        assertThat(events.mail.items()).hasSize(1);
        assertThat(events.memory.load(events.key).links()).hasSize(1);
    }

    @Test
    @DisplayName("S3: an update that never arrived overwrote nothing, and leaves no line in the journal")
    void journalsNothingForAnUpdateThatNeverArrived() {
        user.run();
        ItemId mailAda = user.mail.items().keySet().iterator().next();
        user.crm.edit(crmAda, contact -> contact.set(NOTES, "of the CRM").set(JOB_TITLE, "Countess"));
        user.mail.edit(mailAda, contact -> contact.set(NOTES, "of the mailbox"));
        neverArrive();
        user.mail.edit(mailAda, contact -> contact.set(NOTES, "of the mailbox, again"));

        RoundReport report = user.run();

        assertThat(report.journal())
                .extracting(line -> line.conflict().lost())
                .containsExactly("of the mailbox, again");
        assertThat(user.crm.item(crmAda)).isEqualTo(user.mail.item(mailAda));
    }

    private void others() {
        for (int i = 0; i < 3; i++) {
            user.crm.create(Items.contact("Other", "Number" + i).build());
        }
    }

    /** The mailbox gets the record, but nobody tells the engine. */
    private void loseTheCreation() {
        user.mail.faults().loseReplyOnce();
        user.run();
        user.mail.faults().clear();
    }

    /** The mailbox never gets the write, and nobody tells the engine. */
    private void neverArrive() {
        user.mail.faults().rejectWrites(write -> Optional.of(new WriteOutcome.Unknown("no answer")));
        user.run();
        user.mail.faults().clear();
    }

    /** A mailbox whose search does not show yet what was created just now. */
    private static final class LaggingSearch extends ForwardingEndpoint {

        LaggingSearch(Endpoint mailbox) {
            super(mailbox);
        }

        @Override
        public List<Tagged> find(Collection<CorrelationTag> tags) {
            return List.of();
        }
    }
}
