package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.testkit.Items;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelinkSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "F9: a mailbox that was created anew is linked again, with or without marks: no write, no deletion, no duplicate")
    void linksAgain(boolean withMarks) {
        Enrollment user = inStep();
        int before = user.writes();
        recreate(user, withMarks);

        RoundReport report = user.run();

        assertThat(report.outcomes()).contains(new Outcome.Relinking(Side.MAIL, 5));
        assertThat(user.writes()).isEqualTo(before);
        CollectionState state = user.memory.load(user.key);
        assertThat(state.links()).hasSize(5);
        assertThat(state.hints()).isEmpty();
        assertThat(state.isRelinking()).isFalse();
        assertThat(user.run().plan().orElseThrow().isIdle()).isTrue();
        assertThat(user.writes()).isEqualTo(before);
    }

    @Test
    @DisplayName("F9: a folder that the first write made is no other place, but one that is gone is")
    void knowsAFolderThatWasMade() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mailWay = endpoint -> new Placed(endpoint, new ScopeIdentity("mailbox"));
        user.run();

        user.mailWay = endpoint -> new Placed(endpoint, ScopeIdentity.of("mailbox", "folder"));
        assertThat(user.run().outcomes()).noneMatch(Outcome.Relinking.class::isInstance);
        user.mailWay = endpoint -> new Placed(endpoint, ScopeIdentity.of("mailbox", "other"));
        assertThat(user.run().outcomes()).anyMatch(Outcome.Relinking.class::isInstance);
        user.mailWay = endpoint -> new Placed(endpoint, new ScopeIdentity("mailbox"));
        assertThat(user.run().outcomes()).anyMatch(Outcome.Relinking.class::isInstance);
    }

    private static final class Placed extends ForwardingEndpoint {
        private final ScopeIdentity place;

        Placed(Endpoint endpoint, ScopeIdentity place) {
            super(endpoint);
            this.place = place;
        }

        @Override
        public ScopeIdentity scopeIdentity() {
            return place;
        }
    }

    @Test
    @DisplayName("F9: records that no key tells apart are known by what their predecessors held")
    void tellsTwinsApartByContent() {
        Enrollment user = Enrollment.contacts();
        ItemId one = user.crm.create(ADA);
        user.run();
        ItemId two = user.crm.create(ADA.toBuilder().set(JOB_TITLE, "the other").build());
        user.run();
        user.mail.create(ADA.toBuilder().set(JOB_TITLE, "the other").build());
        user.run();
        int links = user.memory.load(user.key).links().size();
        user.mail.faults().recreateWithoutTags();

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(links);
        assertThat(user.crm.items()).containsKeys(one, two);
    }

    @Test
    @DisplayName("F9: an edit made in the CRM while the mailbox was created anew reaches the new mailbox")
    void carriesEditsOver() {
        Enrollment user = inStep();
        ItemId first = user.crm.items().keySet().iterator().next();
        user.crm.edit(first, contact -> contact.set(COMPANY_NAME, "Engines"));
        user.mail.faults().recreate();

        user.run();

        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
        assertThat(user.mail.items()).hasSize(5);
    }

    @Test
    @DisplayName("F9, S10: what the new mailbox lacks is no deletion: it is created there again")
    void deletesNothing() {
        Enrollment user = inStep();
        recreate(user, true);
        List<ItemId> copies = List.copyOf(user.mail.items().keySet());
        user.mail.delete(copies.get(0));
        user.mail.delete(copies.get(1));

        RoundReport report = user.run();

        assertThat(user.crm.items()).hasSize(5);
        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
        assertThat(report.writes()).isEqualTo(2);
    }

    @Test
    @DisplayName("F9: an empty new mailbox is filled again, and the CRM loses nothing")
    void fillsAnEmptyMailbox() {
        Enrollment user = inStep();
        recreate(user, true);
        List.copyOf(user.mail.items().keySet()).forEach(user.mail::delete);

        user.run();

        assertThat(user.crm.items()).hasSize(5);
        assertThat(user.mail.items()).hasSize(5);
        assertThat(user.run().writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("F9: either side may be the one that was created anew")
    void linksAgainOnEitherSide(Side side) {
        Enrollment user = inStep();
        int before = user.writes();
        user.on(side).faults().recreate();

        user.run();

        assertThat(user.writes()).isEqualTo(before);
        assertThat(user.memory.load(user.key).links()).hasSize(5);
    }

    @Test
    @DisplayName("F9, G1: a dry run tells what would be linked, and stores nothing")
    void plansWithoutStoring() {
        Enrollment user = inStep();
        user.mail.faults().recreate();

        SyncPlan plan = user.plan();

        assertThat(plan.header().totals().matches()).isEqualTo(5);
        assertThat(plan.writesNothing()).isTrue();
        assertThat(user.memory.load(user.key).links()).hasSize(5);
        assertThat(user.memory.load(user.key).isRelinking()).isFalse();
    }

    @Test
    @DisplayName("F9, G3: nothing is created and the links wait until the new mailbox was listed whole")
    void waitsForTheWholeListing() {
        Enrollment user = inStep();
        recreate(user, true);
        user.mail.faults().truncateListing(2);

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.LISTING_INCOMPLETE);
        assertThat(user.memory.load(user.key).isRelinking()).isTrue();
        user.mail.faults().clear();
        assertThat(user.run().writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(5);
        assertThat(user.memory.load(user.key).isRelinking()).isFalse();
    }

    @Test
    @DisplayName("F9, S13: a deletion in the CRM is held until both sides were listed, then made as ever")
    void holdsDeletionsMeanwhile() {
        Enrollment user = inStep();
        recreate(user, true);
        user.mail.faults().truncateListing(3);
        user.run();
        ItemId linked = user.memory.load(user.key).links().stream()
                .map(link -> link.key(Side.CRM).id())
                .findFirst()
                .orElseThrow();
        user.crm.delete(linked);

        RoundReport held = user.run();

        assertThat(held.outcomes()).extracting(Outcome::code).contains(OutcomeCode.DELETIONS_HELD);
        assertThat(user.mail.items()).hasSize(5);
        user.mail.faults().clear();
        user.run();
        user.run();
        assertThat(user.mail.items()).hasSize(4);
        assertThat(user.crm.items()).hasSize(4);
    }

    @Test
    @DisplayName("F9, F2: a creation on its way to the old mailbox is made in the new one, once")
    void createsAnewWhatWasOnItsWay() {
        Enrollment user = inStep();
        user.crm.create(ADA);
        user.mail.faults().loseReplyOnce();
        user.run();
        recreate(user, true);

        user.run();
        user.run();

        assertThat(user.mail.items()).hasSize(6);
        assertThat(user.crm.items()).hasSize(6);
    }

    @Test
    @DisplayName("F9, F2: a record that an unanswered write created in the CRM finds its source in the new mailbox")
    void findsWhatItCreatedInTheCrm() {
        Enrollment user = inStep();
        user.mail.create(ADA);
        user.crm.faults().loseReplyOnce();
        user.run();
        recreate(user, true);

        user.run();
        user.run();

        assertThat(user.crm.items()).hasSize(6);
        assertThat(user.mail.items()).hasSize(6);
    }

    @Test
    @DisplayName("F9, F1: killed at any step, the next rounds end in the same state")
    void survivesADeathAtAnyStep() {
        Enrollment counted = inStep();
        counted.mail.faults().recreate();
        DyingStore immortal = new DyingStore(counted.memory, Integer.MAX_VALUE);
        counted.store = immortal;
        counted.run();
        for (int step = 0; step < immortal.steps(); step++) {
            Enrollment user = inStep();
            int before = user.writes();
            user.mail.faults().recreate();
            user.store = new DyingStore(user.memory, step);
            assertThatThrownBy(user::run).as("step " + step).isInstanceOf(Crash.class);
            user.store = user.memory;
            user.clock.advance(SyncRound.LEASE);

            user.run();

            assertThat(user.writes()).as("step " + step).isEqualTo(before);
            assertThat(user.memory.load(user.key).links()).as("step " + step).hasSize(5);
            assertThat(user.memory.load(user.key).isRelinking())
                    .as("step " + step)
                    .isFalse();
        }
    }

    private static Enrollment inStep() {
        Enrollment user = Enrollment.contacts();
        List<Item> crm = new ArrayList<>();
        for (String name : List.of("Bea", "Cleo", "Dora")) {
            crm.add(Items.contact(name, "Baker").build());
        }
        crm.forEach(user.crm::create);
        user.mail.create(Items.contact("Eve", "Evans").build());
        user.mail.create(Items.contact("Fay", "Fox").build());
        user.run();
        assertThat(user.memory.load(user.key).links()).hasSize(5);
        return user;
    }

    private static void recreate(Enrollment user, boolean withMarks) {
        if (withMarks) {
            user.mail.faults().recreate();
        } else {
            user.mail.faults().recreateWithoutTags();
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("F9, F16: records that only their contents tell are linked again across slices, on either side")
    void knowsContentsAcrossSlices(Side side) {
        Enrollment user = Enrollment.contacts();
        for (int i = 0; i < 9; i++) {
            user.crm.create(Items.contact("Ada", "Number" + i).build().toBuilder()
                    .clear(ContactFields.GIVEN_NAME)
                    .clear(ContactFields.EMAIL_ADDRESS)
                    .build());
        }
        user.run();
        user.on(side).faults().recreateWithoutTags();

        RoundReport report = user.round().run(RoundLimits.NONE.withSlice(2));

        assertThat(report.writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(9);
        assertThat(user.crm.items()).hasSize(9);
        assertThat(user.mail.items()).hasSize(9);
    }
}
