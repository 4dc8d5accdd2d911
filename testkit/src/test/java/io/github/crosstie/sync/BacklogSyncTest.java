package io.github.crosstie.sync;

import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.testkit.FailingStore;
import io.github.crosstie.testkit.FailingStore.When;
import io.github.crosstie.testkit.Items;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A first sync that is far longer than its worker lives. */
class BacklogSyncTest {

    private static final int RECORDS = 500;
    private static final int COMMITS_A_LIFE = 3;

    @Test
    @DisplayName("F16, S21: a backlog is worked off by workers that die early, each going on where the last was")
    void isWorkedOffByWorkersThatDieEarly() {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.pageSize(50));
        for (int number = 0; number < RECORDS; number++) {
            user.crm.create(Items.contact("Ada", "Lovelace " + number).build());
        }
        FailingStore store = FailingStore.around(user.memory);
        user.store = store;
        int lives = 0;
        for (boolean alive = false; !alive; lives++) {
            int before = user.mail.items().size();
            store.dieAt(COMMITS_A_LIFE, lives % 2 == 0 ? When.BEFORE : When.AFTER);
            alive = survives(user);
            store.recover();
            user.clock.advance(SyncRound.LEASE);
            assertThat(user.mail.items()).as("life %s loses nothing", lives).hasSizeBetween(before, RECORDS);
            assertThat(lives).as("lives").isLessThan(RECORDS);
        }

        assertThat(lives).isGreaterThan(5);
        user.run();
        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
        assertThat(user.run()).wroteNothing();
    }

    private static boolean survives(Enrollment user) {
        try {
            user.run();
            return true;
        } catch (FailingStore.Death death) {
            return false;
        }
    }
}
