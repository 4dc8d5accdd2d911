package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CapSyncTest {

    private Enrollment user;

    @BeforeEach
    void fiveMayBeSynced() {
        user = Enrollment.contacts();
        user.settings(change -> change.cap(5));
    }

    private static Item person(int number) {
        return Items.contact("Person", "Number" + number).build();
    }

    private List<ItemId> create(int count) {
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(user.crm.create(person(i)));
        }
        return ids;
    }

    private static List<Outcome.Capped> capped(RoundReport report) {
        return report.outcomes().stream()
                .filter(Outcome.Capped.class::isInstance)
                .map(Outcome.Capped.class::cast)
                .toList();
    }

    @Test
    @DisplayName("S16: records beyond the cap wait, by id, and every report says how many")
    void recordsBeyondTheCapWait() {
        create(8);

        RoundReport first = user.run();
        RoundReport second = user.run();

        assertThat(user.mail.items()).hasSize(5);
        Set<Item> first5 = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            first5.add(person(i));
        }
        assertThat(new HashSet<>(user.mail.items().values())).isEqualTo(first5);
        assertThat(first.outcomes())
                .filteredOn(outcome -> outcome instanceof Outcome.Skipped && outcome.code() == OutcomeCode.CAP_REACHED)
                .hasSize(3);
        assertThat(capped(first)).containsExactly(new Outcome.Capped(5, 3));
        assertThat(capped(second)).containsExactly(new Outcome.Capped(5, 3));
        assertThat(second.outcomes()).hasSize(1);
    }

    @Test
    @DisplayName("S16: who waits at the cap is not read until there is room")
    void waitingCostsNothing() {
        create(8);
        user.run();
        int reads = user.crm.faults().reads();

        user.run();

        assertThat(user.crm.faults().reads()).isEqualTo(reads);
    }

    @Test
    @DisplayName("S16: the next enters when one leaves, in the same round")
    void theNextEnters() {
        List<ItemId> ids = create(8);
        user.run();
        user.crm.delete(ids.get(2));

        RoundReport report = user.run();

        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrder(person(0), person(1), person(3), person(4), person(5));
        assertThat(capped(report)).containsExactly(new Outcome.Capped(5, 2));
    }

    @Test
    @DisplayName("S16: a raised cap lets the others in")
    void aRaisedCapLetsIn() {
        create(8);
        user.run();
        user.settings(change -> change.cap(7));

        RoundReport report = user.run();

        assertThat(user.mail.items()).hasSize(7);
        assertThat(capped(report)).containsExactly(new Outcome.Capped(7, 1));
    }

    @Test
    @DisplayName("S16, S2: existing pairs count, and enter before new records are created")
    void matchesCount() {
        create(8);
        for (int i = 5; i < 8; i++) {
            user.mail.create(person(i));
        }

        user.run();

        assertThat(user.memory.load(user.key).links()).hasSize(5);
        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrder(person(5), person(6), person(7), person(0), person(1));
    }

    @Test
    @DisplayName("S16, S2: a pair that waits at the cap is linked when there is room, and nothing is created twice")
    void aPairWaitsTogether() {
        user.settings(change -> change.cap(2));
        List<ItemId> ids = create(2);
        user.run();
        user.crm.create(person(7));
        user.run();
        user.mail.create(person(7));
        user.run();
        assertThat(user.memory.load(user.key).links()).hasSize(2);
        assertThat(user.crm.items()).hasSize(3);
        assertThat(user.mail.items()).hasSize(3);

        user.crm.delete(ids.get(0));
        user.run();

        assertThat(user.memory.load(user.key).links()).hasSize(2);
        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.mail.items()).hasSize(2);
        assertThat(capped(user.run())).isEmpty();
    }

    @Test
    @DisplayName("S16: edits of synced records flow at the cap, edits of waiting ones wake nobody else")
    void editsFlowAtTheCap() {
        List<ItemId> ids = create(8);
        user.run();
        user.crm.edit(ids.get(0), contact -> contact.set(NOTES, "new"));
        user.crm.edit(ids.get(6), contact -> contact.set(NOTES, "waiting"));
        int reads = user.crm.faults().reads();

        RoundReport report = user.run();

        assertThat(report.writes()).isEqualTo(1);
        assertThat(user.crm.faults().reads() - reads).isEqualTo(2);
        assertThat(capped(report)).containsExactly(new Outcome.Capped(5, 3));
    }

    @Test
    @DisplayName("S16: a plan says who waits at the cap")
    void thePlanSaysIt() {
        create(8);

        assertThat(user.plan().skips())
                .hasSize(3)
                .allSatisfy(skip -> assertThat(skip.code()).isEqualTo(OutcomeCode.CAP_REACHED));
        assertThat(user.plan().header().totals().mailCreates()).isEqualTo(5);
    }

    @Test
    @DisplayName(
            "S16, S20: after a reset at the cap, who waited does not take the place of a pair not linked yet again")
    void formerPairsKeepTheirPlace() {
        create(8);
        user.run();
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.mail.hide(copy);
        user.round().reset();

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        user.mail.restore(copy);
        assertThat(user.run().writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(5);
        assertThat(user.mail.items()).hasSize(5);
    }

    @Test
    @DisplayName("S16, S20: a former pair that found no room under a lower cap enters first when there is room again")
    void formerPairsEnterFirst() {
        create(8);
        user.run();
        user.round().reset();
        user.settings(change -> change.cap(3));
        assertThat(user.run().writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(3);
        user.settings(change -> change.cap(5));

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(user.memory.load(user.key).links()).hasSize(5);
    }
}
