package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.benchmarks.ExchangeRequests.Counts;
import org.junit.jupiter.api.Test;

class ExchangeRequestsTest {

    @Test
    void anIdleRoundAsksEveryCollectionAndReadsAndStoresNothing() {
        Counts idle = ExchangeRequests.idle();

        assertThat(idle.items()).isEqualTo(ExchangeRequests.collections());
        assertThat(idle.reads()).isZero();
        assertThat(idle.contentCommits()).isZero();
    }

    @Test
    void aFirstSyncCreatesContactsInBatches() {
        Counts first = ExchangeRequests.firstSync(120);

        assertThat(first.creations()).isEqualTo(3);
        assertThat(first.contentCommits()).isPositive();
    }

    @Test
    void aSyncThatIsBrokenOffAfterAWriteGoesOnWithoutWritingAgain() {
        BrokenSyncs.Run lost = BrokenSyncs.run(
                CountingStore.Break.NEVER, faults -> faults.next("CreateItem").loseAnswer());
        BrokenSyncs.Run broken = BrokenSyncs.run(new CountingStore.Break(8, false), faults -> {});

        assertThat(lost).isEqualTo(new BrokenSyncs.Run(true, 0));
        assertThat(broken).isEqualTo(new BrokenSyncs.Run(true, 0));
    }

    @Test
    void aWriteThatIsAskedForAgainIsCounted() {
        BrokenSyncs.Run refused = BrokenSyncs.run(
                CountingStore.Break.NEVER, faults -> faults.next("CreateItem").refuse("ErrorServerBusy"));

        assertThat(refused.repeated()).isEqualTo(50);
    }

    @Test
    void sidesThatDoNotComeIntoStepAreNotCounted() {
        try (ExchangeUser user = new ExchangeUser(3, 0)) {
            user.exchange().faults().every("CreateItem").refuse("ErrorServerBusy");

            assertThatThrownBy(user::settle).hasMessageContaining("not in step");
        }
    }
}
