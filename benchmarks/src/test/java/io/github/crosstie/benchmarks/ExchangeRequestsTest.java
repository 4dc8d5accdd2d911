package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.benchmarks.ExchangeRequests.Counts;
import io.github.crosstie.item.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeRequestsTest {

    @Test
    void anIdleRoundAsksEveryCollectionOnceAndReadsAndStoresNothing() {
        Counts idle = ExchangeRequests.idle();

        assertThat(idle.all()).isEqualTo(ExchangeRequests.collections());
        assertThat(idle.reads()).isZero();
        assertThat(idle.contentCommits()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aChangeTakesTwoRequestsAtMostAndTheCheckOfTheClaim(Side side) {
        Counts changed = ExchangeRequests.oneChanged(side);

        assertThat(changed.items()).isBetween(1, 2);
        assertThat(changed.folders()).isEqualTo(1);
    }

    @Test
    void aFirstSyncCreatesContactsInBatches() {
        Counts first = ExchangeRequests.firstSync(120);

        assertThat(first.creations()).isEqualTo(3);
        assertThat(first.contentCommits()).isPositive();
    }

    @Test
    void theRoundAfterAFirstSyncReadsNothingThatWasWritten() {
        Counts after = ExchangeRequests.afterFirstSync(120);

        assertThat(after.reads()).isZero();
        assertThat(after.contentCommits()).isLessThanOrEqualTo(2);
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
