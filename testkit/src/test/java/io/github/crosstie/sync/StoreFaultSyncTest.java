package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.FailingStore;
import io.github.crosstie.testkit.FailingStore.When;
import io.github.crosstie.testkit.Items;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that fails or dies at any commit: what is not stored is not done, and what is done is not done twice. */
class StoreFaultSyncTest {

    /** Creates both ways, edits on both sides, a conflict, a deletion. */
    private static Enrollment scenario() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(Items.contact("Ada", "Lovelace").build());
        ItemId bea = user.crm.create(Items.contact("Bea", "Baker").build());
        user.run();
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess").set(COMPANY_NAME, "CRM Inc."));
        user.mail.edit(copy, contact -> contact.set(NOTES, "from mail").set(COMPANY_NAME, "Mail Ltd."));
        user.crm.delete(bea);
        user.crm.create(Items.contact("Eve", "Evans").build());
        user.mail.create(Items.contact("Fay", "Fox").build());
        return user;
    }

    private static FailingStore failing(Enrollment user) {
        FailingStore store = FailingStore.around(user.memory);
        user.store = store;
        for (Side side : Side.values()) {
            user.on(side)
                    .faults()
                    .beforeWrite(write -> assertThat(store.hasFailed())
                            .as("a write of the %s after a commit that failed", side)
                            .isFalse());
        }
        return store;
    }

    private static int commitsOfACleanRun() {
        Enrollment user = scenario();
        FailingStore store = failing(user);
        user.run();
        return store.commits();
    }

    private static void recovered(Enrollment user, FailingStore store) {
        store.recover();
        user.crm.faults().clear();
        user.mail.faults().clear();
        user.clock.advance(SyncRound.LEASE);
    }

    private static void assertConverged(Enrollment user, String what) {
        user.run();
        assertThat(user.mail).as(what).hold(3).areInStepWith(user.crm);
        assertThat(user.run()).as(what).wroteNothing();
        assertThat(user.memory.load(user.key).intents()).as(what).isEmpty();
        assertThat(user.memory.journal(user.key))
                .as(what)
                .extracting(line -> line.conflict().lost())
                .containsOnly("Mail Ltd.");
    }

    @ParameterizedTest(name = "{0} its effect")
    @EnumSource(When.class)
    @DisplayName(
            "F14: when any commit fails, the round stops before the next write, and the next one brings all in step")
    void stopsBeforeTheNextWrite(When when) {
        int commits = commitsOfACleanRun();
        assertThat(commits).isGreaterThan(5);
        for (int commit = 1; commit <= commits; commit++) {
            String what = "commit " + commit + " fails " + when + " its effect";
            Enrollment user = scenario();
            FailingStore store = failing(user);
            store.failAt(commit, when);

            RoundReport report = user.run();

            assertThat(report).as(what).stoppedWith(OutcomeCode.UNAVAILABLE);
            recovered(user, store);
            assertConverged(user, what);
        }
    }

    @Test
    @DisplayName("F14: on a full disk nothing is written, round after round, until there is room again")
    void writesNothingOnAFullDisk() {
        Enrollment user = scenario();
        FailingStore store = failing(user);
        int before = user.writes();
        store.failFrom(1);
        for (int round = 0; round < 3; round++) {
            assertThat(user.run()).stoppedWith(OutcomeCode.UNAVAILABLE).wroteNothing();
        }
        assertThat(user.writes()).isEqualTo(before);

        recovered(user, store);

        assertConverged(user, "after a full disk");
    }

    @ParameterizedTest(name = "{0} its effect")
    @EnumSource(When.class)
    @DisplayName(
            "F1: when the process dies at any commit, the next round brings all in step, and the one after is quiet")
    void diesAtAnyCommit(When when) {
        int commits = commitsOfACleanRun();
        for (int commit = 1; commit <= commits; commit++) {
            String what = "dies " + when + " commit " + commit;
            Enrollment user = scenario();
            FailingStore store = failing(user);
            store.dieAt(commit, when);

            assertThatThrownBy(user::run).as(what).isInstanceOf(FailingStore.Death.class);

            recovered(user, store);
            assertConverged(user, what);
        }
    }

    @Test
    @DisplayName("F1: when the process dies before any call to either side, the next round brings all in step")
    void diesBeforeAnyCall() {
        for (Side side : Side.values()) {
            for (int call = 1; call <= 8; call++) {
                String what = "dies before call " + call + " to the " + side;
                Enrollment user = scenario();
                FailingStore store = failing(user);
                user.on(side).faults().beforeCall(call, () -> {
                    store.dieAt(1, When.BEFORE);
                    throw new Crash();
                });
                try {
                    user.run();
                } catch (Crash expected) {
                    assertThat(expected).isNotNull();
                }
                recovered(user, store);
                assertConverged(user, what);
            }
        }
    }
}
