package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.Quarantine;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuarantineSyncTest {

    private static final Duration FIRST = Quarantine.DEFAULT.firstDelay();
    private static final Duration LONGEST = Quarantine.DEFAULT.maximumDelay();

    private final Enrollment user = Enrollment.contacts();

    private static Item person(int number) {
        return Items.contact("Person", "Number" + number).build();
    }

    private List<ItemId> inStep(int count) {
        for (int i = 0; i < count; i++) {
            user.crm.create(person(i));
        }
        user.run();
        return List.copyOf(user.crm.items().keySet());
    }

    /** The mailbox refuses whatever has a certain title. */
    private void refuseTitles(boolean permanent) {
        user.mail
                .faults()
                .rejectWrites(write -> write.toString().contains("Countess") || hasTitle(write)
                        ? Optional.of(new WriteOutcome.Rejected("TOO_NOBLE", "no titles here", permanent))
                        : Optional.empty());
    }

    private static boolean hasTitle(Write write) {
        if (write instanceof Write.Create create) {
            return create.item().get(JOB_TITLE).isPresent();
        }
        return write instanceof Write.Update update && update.fields().get(JOB_TITLE) != null;
    }

    private int calls() {
        return user.crm.faults().calls() + user.mail.faults().calls();
    }

    private int reads() {
        return user.crm.faults().reads() + user.mail.faults().reads();
    }

    private List<QuarantineEntry> quarantine() {
        return List.copyOf(user.memory.load(user.key).quarantine());
    }

    @Test
    @DisplayName(
            "F10: one poison record of fifty is neither read nor written between its tries; all others go on, and it returns")
    void onePoisonRecordOfFifty() {
        List<ItemId> crm = inStep(50);
        ItemId poison = crm.get(7);
        refuseTitles(false);
        user.crm.edit(poison, contact -> contact.set(JOB_TITLE, "Countess"));
        RoundReport refused = user.run();
        assertThat(refused.outcomes()).extracting(Outcome::code).contains(OutcomeCode.VALIDATION_REJECTED);
        assertThat(refused.nextDue()).contains(user.clock.instant().plus(FIRST));

        for (int round = 0; round < 9; round++) {
            user.clock.advance(Duration.ofMinutes(1));
            ItemId other = crm.get(10 + round);
            String note = "round " + round;
            user.crm.edit(other, contact -> contact.set(NOTES, note));
            int reads = reads();
            int writes = user.writes();

            RoundReport report = user.run();

            assertThat(reads() - reads).as("the other record alone is read").isEqualTo(1);
            assertThat(user.writes() - writes).isEqualTo(1);
            assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.QUARANTINED);
        }
        user.mail.faults().clear();
        user.clock.advance(Duration.ofMinutes(1));
        user.run();

        assertThat(quarantine()).isEmpty();
        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
    }

    @Test
    @DisplayName(
            "F10: an unreadable record of fifty keeps no other back, and is read again at its time or when it changes")
    void oneUnreadableRecordOfFifty() {
        List<ItemId> crm = inStep(50);
        ItemId poison = crm.get(7);
        user.crm.faults().poison(poison);
        user.crm.edit(poison, contact -> contact.set(NOTES, "garbled"));
        user.run();
        assertThat(quarantine()).hasSize(1);
        for (int round = 0; round < 5; round++) {
            user.crm.edit(crm.get(10 + round), contact -> contact.set(NOTES, "fine"));
            int reads = reads();
            user.run();
            assertThat(reads() - reads).isEqualTo(1);
        }

        user.crm.faults().heal(poison);
        user.crm.edit(poison, contact -> contact.set(NOTES, "mended"));
        user.run();

        assertThat(quarantine()).isEmpty();
        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
    }

    @Test
    @DisplayName("S15: an idle round reports the quarantine, calls for pages alone and commits nothing")
    void idleRoundsCommitNothing() {
        ItemId poison = inStep(3).get(0);
        refuseTitles(false);
        user.crm.edit(poison, contact -> contact.set(JOB_TITLE, "Countess"));
        user.run();
        user.run();
        int calls = calls();
        DyingStore counting = new DyingStore(user.memory, Integer.MAX_VALUE);
        user.store = counting;

        RoundReport idle = user.run();

        assertThat(idle.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.QUARANTINED);
        assertThat(calls() - calls).as("one page a side").isEqualTo(2);
        assertThat(counting.steps()).as("before and after each commit").isZero();
    }

    @Test
    @DisplayName("S15: the delay doubles with each try up to the maximum")
    void doublesTheDelay() {
        ItemId poison = inStep(3).get(0);
        refuseTitles(false);
        user.crm.edit(poison, contact -> contact.set(JOB_TITLE, "Countess"));
        Duration expected = FIRST;
        for (int attempt = 1; attempt <= 10; attempt++) {
            user.run();
            QuarantineEntry entry = quarantine().get(0);
            assertThat(entry.attempts()).isEqualTo(attempt);
            assertThat(Duration.between(user.clock.instant(), entry.nextTry())).isEqualTo(expected);
            user.clock.set(entry.nextTry());
            expected = expected.multipliedBy(2).compareTo(LONGEST) < 0 ? expected.multipliedBy(2) : LONGEST;
        }
        assertThat(expected).isEqualTo(LONGEST);
    }

    @Test
    @DisplayName("S15: what is refused for good waits for a change, or the longest delay")
    void permanentRejectionsWaitForAChange() {
        ItemId poison = inStep(3).get(0);
        refuseTitles(true);
        user.crm.edit(poison, contact -> contact.set(JOB_TITLE, "Countess"));
        user.run();
        assertThat(quarantine().get(0).nextTry()).isEqualTo(user.clock.instant().plus(LONGEST));
        user.mail.faults().clear();
        user.run();
        assertThat(user.mail.items().values())
                .doesNotContain(user.crm.item(poison).orElseThrow());

        user.crm.edit(poison, contact -> contact.set(NOTES, "changed"));
        user.run();

        assertThat(user.mail.items().values()).contains(user.crm.item(poison).orElseThrow());
        assertThat(quarantine()).isEmpty();
    }

    @Test
    @DisplayName("S15: a change of the counterpart makes it be tried too")
    void aChangeOfTheCounterpartCounts() {
        ItemId poison = inStep(3).get(0);
        ItemId copy = List.copyOf(user.mail.items().keySet()).get(0);
        refuseTitles(true);
        user.crm.edit(poison, contact -> contact.set(JOB_TITLE, "Countess"));
        user.run();
        user.mail.faults().clear();

        user.mail.edit(copy, contact -> contact.set(NOTES, "typed there"));
        user.run();

        assertThat(user.mail.item(copy)).isEqualTo(user.crm.item(poison));
    }

    @Test
    @DisplayName("S15, S2: a record that cannot be created is found by a counterpart that a person types in meanwhile")
    void aRefusedCreationIsMatchedMeanwhile() {
        inStep(2);
        refuseTitles(true);
        ItemId ada = user.crm.create(
                Items.contact("Ada", "Lovelace").set(JOB_TITLE, "Countess").build());
        user.run();
        user.run();
        user.mail.faults().clear();
        user.mail.create(Items.contact("Ada", "Lovelace").build());

        user.run();

        assertThat(user.crm.items()).hasSize(3);
        assertThat(user.mail.items()).hasSize(3);
        assertThat(user.mail.items().values()).contains(user.crm.item(ada).orElseThrow());
        assertThat(quarantine()).isEmpty();
    }

    @Test
    @DisplayName("S15: a refused creation is neither read nor tried before its time, and made at it")
    void aRefusedCreationWaits() {
        inStep(2);
        refuseTitles(false);
        user.crm.create(
                Items.contact("Ada", "Lovelace").set(JOB_TITLE, "Countess").build());
        user.run();
        int reads = reads();
        user.mail.faults().clear();
        user.run();
        assertThat(reads()).isEqualTo(reads);
        assertThat(user.mail.items()).hasSize(2);

        user.clock.advance(FIRST);
        user.run();

        assertThat(user.mail.items()).hasSize(3);
        assertThat(quarantine()).isEmpty();
    }

    @Test
    @DisplayName("S15: a record in quarantine that is deleted leaves it, and its deletion goes the usual way")
    void aDeletedRecordLeaves() {
        ItemId poison = inStep(3).get(0);
        refuseTitles(true);
        user.crm.edit(poison, contact -> contact.set(JOB_TITLE, "Countess"));
        user.run();

        user.crm.delete(poison);
        user.run();

        assertThat(user.mail.items()).hasSize(2);
        assertThat(quarantine()).isEmpty();
    }

    @Test
    @DisplayName("S15, S2: nothing is created beside an unlinked record that cannot be read, until it has failed twice")
    void waitsForAnUnreadableStranger() {
        inStep(2);
        ItemId stranger = user.mail.create(Items.contact("Ada", "Lovelace").build());
        user.mail.faults().poison(stranger);
        user.crm.create(Items.contact("Ada", "Lovelace").build());
        RoundReport first = user.run();
        assertThat(first.outcomes())
                .extracting(Outcome::code)
                .contains(OutcomeCode.UNREADABLE, OutcomeCode.LISTING_INCOMPLETE);
        assertThat(user.mail.items()).hasSize(3);
        user.mail.faults().heal(stranger);
        user.clock.advance(FIRST);

        user.run();

        assertThat(user.mail.items()).as("it was the counterpart").hasSize(3);
        assertThat(user.crm.items()).hasSize(3);
        assertThat(user.memory.load(user.key).links()).hasSize(3);
        assertThat(quarantine()).isEmpty();
    }

    @Test
    @DisplayName(
            "S15: an unlinked record that stays unreadable keeps creations back for one delay, no longer; later it makes no second")
    void goesOnBesideAnUnreadableStranger() {
        inStep(2);
        ItemId stranger = user.mail.create(Items.contact("Ada", "Lovelace").build());
        user.mail.faults().poison(stranger);
        user.crm.create(Items.contact("Ada", "Lovelace").build());
        user.crm.create(Items.contact("Bea", "Baker").build());
        user.run();
        user.clock.advance(FIRST);
        user.run();
        user.run();
        assertThat(user.mail.items()).as("the mailbox goes on").hasSize(5);

        user.mail.faults().heal(stranger);
        user.clock.advance(FIRST.multipliedBy(2));
        RoundReport late = user.run();
        user.run();

        assertThat(user.crm.items()).as("no second one of it in the CRM").hasSize(4);
        assertThat(late.outcomes()).extracting(Outcome::code).contains(OutcomeCode.AMBIGUOUS_MATCH);
    }

    @Test
    @DisplayName("S15, S2: what was left alone beside a record is synced once that record is deleted")
    void takesUpWhatWasLeftAloneBesideADeletedRecord() {
        inStep(2);
        Item ada = Items.contact("Ada", "Lovelace").build();
        ItemId stranger = user.mail.create(ada);
        user.mail.faults().poison(stranger);
        ItemId twin = user.crm.create(ada);
        user.run();
        user.clock.advance(FIRST);
        user.run();
        user.mail.faults().heal(stranger);
        user.clock.advance(FIRST.multipliedBy(2));
        user.run();
        user.crm.delete(twin);

        user.run();

        assertThat(user.mail.items())
                .as("its own copy is gone, the other stays")
                .hasSize(3);
        assertThat(user.crm.items().values()).filteredOn(ada::equals).hasSize(1);
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("S15: an unreadable record of a link leads to no second record on either side")
    void anUnreadableLinkedRecordIsNotReplaced() {
        ItemId poison = inStep(3).get(0);
        ItemId copy = List.copyOf(user.mail.items().keySet()).get(0);
        user.mail.faults().poison(copy);
        user.mail.edit(copy, contact -> contact.set(NOTES, "garbled"));
        user.crm.edit(poison, contact -> contact.set(ContactFields.COMPANY_NAME, "Engines"));
        for (int round = 0; round < 5; round++) {
            user.run();
            user.clock.advance(Duration.ofHours(5));
        }
        assertThat(user.crm.items()).hasSize(3);
        assertThat(user.mail.items()).hasSize(3);

        user.mail.faults().heal(copy);
        user.clock.advance(LONGEST);
        user.run();

        assertThat(user.mail.item(copy)).isEqualTo(user.crm.item(poison));
        assertThat(user.crm.item(poison).orElseThrow().get(NOTES)).contains("garbled");
    }

    @Test
    @DisplayName("S15, F1: killed at any step around a refusal, the rest of the mailbox ends up in step")
    void survivesADeathAtAnyStep() {
        for (int step = 0; step < 40; step++) {
            Enrollment mortal = Enrollment.contacts();
            for (int i = 0; i < 4; i++) {
                mortal.crm.create(person(i));
            }
            mortal.mail
                    .faults()
                    .rejectWrites(write -> write instanceof Write.Create create
                                    && create.item().get(ContactFields.SURNAME).equals(Optional.of("Number1"))
                            ? Optional.of(new WriteOutcome.Rejected("NO", "not this one", false))
                            : Optional.empty());
            mortal.store = new DyingStore(mortal.memory, step);
            boolean died = false;
            try {
                mortal.run();
            } catch (Crash expected) {
                died = true;
            }
            mortal.store = mortal.memory;
            mortal.clock.advance(Duration.ofMinutes(10));
            mortal.run();
            mortal.run();
            assertThat(mortal.mail.items()).as("killed at step " + step).hasSize(3);
            assertThat(mortal.memory.load(mortal.key).quarantine())
                    .as("killed at step " + step)
                    .hasSize(1);
            mortal.mail.faults().clear();
            mortal.clock.advance(LONGEST);
            mortal.run();
            assertThat(mortal.on(Side.MAIL).items())
                    .as("killed at step " + step)
                    .hasSize(4);
            if (!died) {
                assertThat(step).isGreaterThan(8);
                return;
            }
        }
    }
}
