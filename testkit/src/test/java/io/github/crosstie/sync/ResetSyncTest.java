package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.ResetCounts;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResetSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item BEA = Items.contact("Bea", "Baker").build();

    /** Two records that no key tells apart: only the hint knows which belongs to which. */
    private static final Item TWIN = Items.contact("Cleo", "Carter").build();

    @Test
    @DisplayName("S20: a reset touches no record, and the next round links again without a write")
    void linksAgain() {
        Enrollment user = inStep(Enrollment.contacts());
        int before = user.writes();

        RoundReport reset = user.round().reset();

        assertThat(reset.outcomes()).containsExactly(new Outcome.WasReset(new ResetCounts(4, 0, 0, 0, 0, 0, 0)));
        assertThat(user.memory.load(user.key).links()).isEmpty();
        assertThat(user.memory.load(user.key).hints()).hasSize(4);
        RoundReport next = user.run();
        assertThat(next.writes()).isZero();
        assertThat(user.writes()).isEqualTo(before);
        CollectionState after = user.memory.load(user.key);
        assertThat(after.links()).hasSize(4);
        assertThat(after.hints()).isEmpty();
        assertThat(user.run().plan().orElseThrow().isIdle()).isTrue();
    }

    @Test
    @DisplayName("S20: where a system keeps no marks and keys are ambiguous, the hints tell the records apart")
    void linksAgainWithoutMarks() {
        Enrollment user = inStep(Enrollment.contacts(mailbox -> mailbox.capabilities(
                ItemKind.CONTACT, Capabilities.full(ItemKind.CONTACT).withCorrelation(false))));
        CollectionState before = user.memory.load(user.key);

        user.round().reset();
        RoundReport next = user.run();

        assertThat(next.writes()).isZero();
        assertThat(next.outcomes()).extracting(Outcome::code).doesNotContain(OutcomeCode.AMBIGUOUS_MATCH);
        assertThat(pairs(user.memory.load(user.key))).isEqualTo(pairs(before));
    }

    @Test
    @DisplayName("S20: the preview says how much a reset concerns, and changes nothing")
    void previews() {
        Enrollment user = inStep(Enrollment.contacts());
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.mail.delete(copy);
        user.run();
        user.crm.create(BEA.toBuilder().set(NOTES, "another").build());
        user.mail.faults().beforeWrite(write -> {
            throw new Crash();
        });
        assertThatThrownBy(user::run).isInstanceOf(Crash.class);
        user.mail.faults().clear();
        CollectionState before = user.memory.load(user.key);

        ResetCounts counts = user.round().previewReset();

        assertThat(counts.links()).isEqualTo(3);
        assertThat(counts.detached()).isEqualTo(2);
        assertThat(counts.kept())
                .as("the half link whose creation is under way")
                .isEqualTo(1);
        assertThat(counts.openIntents()).isEqualTo(1);
        assertThat(user.memory.load(user.key).links()).containsExactlyElementsOf(before.links());
    }

    @Test
    @DisplayName("S11, S20: a detached record takes part again after a reset")
    void reattaches() {
        Enrollment user = inStep(Enrollment.contacts());
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.mail.delete(copy);
        user.run();
        assertThat(user.mail.items()).hasSize(3);

        user.round().reset();
        RoundReport next = user.run();

        assertThat(next.writes()).isOne();
        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
    }

    @Test
    @DisplayName("S13, S15, S20: a reset forgets held deletions and quarantine, and deletes nothing for it")
    void clearsHoldsAndQuarantine() {
        Enrollment user = inStep(Enrollment.contacts());
        user.settings(settings -> settings.deletions(Side.CRM, DeletePolicy.ASK));
        ItemId ada = user.crm.items().keySet().iterator().next();
        user.crm.delete(ada);
        user.crm.create(Items.contact("Poison", "Ivy").build());
        user.mail
                .faults()
                .rejectWrites(write -> write instanceof Write.Create
                        ? Optional.of(new WriteOutcome.Rejected("BAD", "the record is refused", true))
                        : Optional.empty());
        user.run();
        user.mail.faults().clear();
        assertThat(user.round().previewReset().held()).isEqualTo(1);
        assertThat(user.round().previewReset().quarantined()).isEqualTo(1);

        user.round().reset();

        assertThat(user.round().previewReset().held()).isZero();
        assertThat(user.round().previewReset().quarantined()).isZero();
        user.run();
        assertThat(user.mail.items().values())
                .as("tried again at once")
                .anyMatch(item -> "Ivy".equals(item.value(ContactFields.SURNAME)));
        assertThat(user.mail.items()).hasSize(5);
    }

    @Test
    @DisplayName("S3, S20: what differs after a reset goes by the setting, and the other value is in the journal")
    void mergesWhatDiffers() {
        Enrollment user = inStep(Enrollment.contacts());
        ItemId ada = user.crm.items().keySet().iterator().next();
        ItemId copy = user.memory
                .load(user.key)
                .linkOf(new RecordKey(Side.CRM, ada))
                .orElseThrow()
                .key(Side.MAIL)
                .id();
        user.crm.edit(ada, contact -> contact.set(COMPANY_NAME, "CRM Inc.").set(JOB_TITLE, "Countess"));
        user.mail.edit(copy, contact -> contact.set(COMPANY_NAME, "Mail Ltd.").set(NOTES, "typed"));
        user.round().reset();

        RoundReport next = user.run();

        Item merged = ADA.toBuilder()
                .set(COMPANY_NAME, "CRM Inc.")
                .set(JOB_TITLE, "Countess")
                .set(NOTES, "typed")
                .build();
        assertThat(user.crm.item(ada)).contains(merged);
        assertThat(user.mail.item(copy)).contains(merged);
        assertThat(next.journal()).extracting(line -> line.conflict().lost()).containsExactly("Mail Ltd.");
    }

    @Test
    @DisplayName("S20: a write whose answer was lost is found out about first; nothing is created twice")
    void resolvesOpenWritesFirst() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mail.faults().loseReplyOnce();
        user.run();
        assertThat(user.memory.load(user.key).intents()).hasSize(1);

        user.round().reset();

        assertThat(user.memory.load(user.key).intents()).isEmpty();
        user.run();
        user.run();
        assertThat(user.mail.items()).hasSize(1);
        assertThat(user.crm.items()).hasSize(1);
    }

    @Test
    @DisplayName("S10, S20: a record that is out of view when the user is reset is not created a second time")
    void waitsForWhatIsOutOfView() {
        Enrollment user = inStep(Enrollment.contacts());
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.mail.hide(copy);
        user.round().reset();

        RoundReport next = user.run();

        assertThat(next.writes()).isZero();
        assertThat(next.outcomes()).extracting(Outcome::code).contains(OutcomeCode.GONE_FROM_VIEW);
        user.mail.restore(copy);
        assertThat(user.run().writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(4);
    }

    @Test
    @DisplayName("S10, S20: a pair that is filtered out when the user is reset is not created a second time")
    void leavesFilteredPairsAlone() {
        Enrollment user = Enrollment.contacts()
                .settings(settings -> settings.filters(
                        List.of(new Filter(Side.CRM, COMPANY_NAME, Filter.Operator.NOT_IN, Set.of("Secret")))));
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.crm.edit(ada, contact -> contact.set(COMPANY_NAME, "Secret"));
        user.run();
        user.round().reset();

        RoundReport next = user.run();

        assertThat(next.writes()).isZero();
        assertThat(user.crm.items()).hasSize(1);
        assertThat(user.mail.items()).hasSize(1);
        user.crm.edit(ada, contact -> contact.set(COMPANY_NAME, "Engines"));
        user.run();
        assertThat(user.mail.items().values())
                .containsExactly(user.crm.item(ada).orElseThrow());
        assertThat(user.mail.items()).hasSize(1);
    }

    @Test
    @DisplayName("S20, F1: killed at any step of a reset, the next round links again without a duplicate")
    void survivesADeathAtAnyStep() {
        Enrollment counted = inStep(Enrollment.contacts());
        DyingStore immortal = new DyingStore(counted.memory, Integer.MAX_VALUE);
        counted.store = immortal;
        counted.round().reset();
        assertThat(immortal.steps()).isPositive();
        for (int step = 0; step < immortal.steps(); step++) {
            Enrollment user = inStep(Enrollment.contacts());
            int before = user.writes();
            user.store = new DyingStore(user.memory, step);
            assertThatThrownBy(() -> user.round().reset()).as("step " + step).isInstanceOf(Crash.class);
            user.store = user.memory;
            user.clock.advance(SyncRound.LEASE);

            user.run();

            assertThat(user.writes()).as("step " + step).isEqualTo(before);
            assertThat(user.memory.load(user.key).links()).as("step " + step).hasSize(4);
        }
    }

    @Test
    @DisplayName("S20: a reset takes the lease: while a round is under way it does nothing")
    void waitsForTheRound() {
        Enrollment user = inStep(Enrollment.contacts());
        user.memory.acquire(user.key, "worker", user.clock.instant(), Duration.ofMinutes(1));

        RoundReport reset = user.round().reset();

        assertThat(reset.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.LEASED_ELSEWHERE);
        assertThat(user.memory.load(user.key).links()).hasSize(4);
    }

    private static Enrollment inStep(Enrollment user) {
        user.crm.create(ADA);
        user.mail.create(BEA);
        user.run();
        user.crm.create(TWIN);
        user.run();
        user.crm.create(TWIN.toBuilder().set(NOTES, "the second").build());
        user.run();
        assertThat(user.memory.load(user.key).links()).hasSize(4);
        assertThat(user.run().writes()).isZero();
        return user;
    }

    private static Set<String> pairs(CollectionState state) {
        return Set.copyOf(state.links().stream()
                .map(link -> link.key(Side.CRM) + "=" + link.key(Side.MAIL))
                .toList());
    }

    @Test
    @DisplayName("S10, S20, F22: a former counterpart that is merely not found, but not told deleted, is not made anew")
    void waitsForWhatIsMerelyNotFound() {
        Enrollment user = inStep(Enrollment.contacts());
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.mail.hide(copy);
        user.mailWay = NotFound::new;
        user.round().reset();

        RoundReport next = user.run();

        assertThat(next.writes()).isZero();
        assertThat(next.outcomes()).extracting(Outcome::code).contains(OutcomeCode.GONE_FROM_VIEW);
        user.mail.restore(copy);
        assertThat(user.run().writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(4);
    }

    @Test
    @DisplayName("S10, S20: a former counterpart that was told deleted is made anew, though the read knows no reason")
    void createsWhatWasToldDeleted() {
        Enrollment user = inStep(Enrollment.contacts());
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.mail.hide(copy);
        user.mailWay = NotFound::new;
        user.round().reset();
        user.run();
        user.mail.restore(copy);
        user.mail.delete(copy);

        user.run();

        assertThat(user.mail.items()).hasSize(4);
        assertThat(user.crm.items()).hasSize(4);
    }

    /** A mailbox whose reads do not tell what was deleted from what may not be seen. */
    private static final class NotFound extends ForwardingEndpoint {

        NotFound(Endpoint endpoint) {
            super(endpoint);
        }

        @Override
        public List<ReadOutcome> read(Collection<ItemId> ids) {
            return super.read(ids).stream()
                    .map(outcome -> outcome instanceof ReadOutcome.Absent
                            ? new ReadOutcome.Absent(outcome.id(), Removal.UNKNOWN)
                            : outcome)
                    .toList();
        }
    }
}
