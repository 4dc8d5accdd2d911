package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.benchmarks.RoundRequests.Counts;
import io.github.crosstie.item.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundRequestsTest {

    @ParameterizedTest
    @EnumSource
    void anIdleRoundAsksEveryCollectionOnceAndReadsAndStoresNothing(LoopbackServer.Kind kind) {
        Counts idle = new RoundRequests(kind).idle();

        assertThat(idle.all()).isEqualTo(RoundRequests.collections());
        assertThat(idle.reads()).isZero();
        assertThat(idle.contentCommits()).isZero();
    }

    @Test
    void windowsOfACalendarThatOverlapAreTwoCollections() {
        Counts idle = new RoundRequests(LoopbackServer.Kind.GRAPH).idleWhileWindowsOverlap();

        assertThat(idle.all()).isEqualTo(RoundRequests.collections() + 1);
        assertThat(idle.reads()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aChangeOverExchangeTakesTwoRequestsAtMostAndTheCheckOfTheClaim(Side side) {
        Counts changed = new RoundRequests(LoopbackServer.Kind.EWS).oneChanged(side);

        assertThat(changed.items()).isBetween(1, 2);
        assertThat(changed.folders()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aChangeOverGraphTakesTwoRequestsAtMostAndTheCheckOfTheClaim(Side side) {
        Counts changed = new RoundRequests(LoopbackServer.Kind.GRAPH).oneChanged(side);

        assertThat(changed.items()).isBetween(1, 2);
        assertThat(changed.folders()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFirstSyncCreatesContactsInBatches(LoopbackServer.Kind kind) {
        Counts first = new RoundRequests(kind).firstSync(120);

        assertThat(first.creations()).isEqualTo((120 + kind.batch() - 1) / kind.batch());
        assertThat(first.contentCommits()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void theRoundAfterAFirstSyncReadsNothingThatWasWritten(LoopbackServer.Kind kind) {
        Counts after = new RoundRequests(kind).afterFirstSync(120);

        assertThat(after.reads()).isZero();
        assertThat(after.contentCommits()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aSyncThatIsBrokenOffAfterAWriteGoesOnWithoutWritingAgain(LoopbackServer.Kind kind) {
        BrokenSyncs syncs = new BrokenSyncs(kind);

        BrokenSyncs.Run lost = syncs.run(
                CountingStore.Break.NEVER,
                server -> server.loseAnswer(server.writing().get(0), 1));
        BrokenSyncs.Run broken = syncs.run(new CountingStore.Break(8, false), server -> {});

        assertThat(lost).isEqualTo(new BrokenSyncs.Run(true, 0));
        assertThat(broken).isEqualTo(new BrokenSyncs.Run(true, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatIsAskedForAgainIsCounted(LoopbackServer.Kind kind) {
        BrokenSyncs.Run refused = new BrokenSyncs(kind)
                .run(
                        CountingStore.Break.NEVER,
                        server -> server.refuse(server.writing().get(0), false));

        assertThat(refused.repeated()).isEqualTo(kind.batch());
    }

    @ParameterizedTest
    @EnumSource
    void sidesThatDoNotComeIntoStepAreNotCounted(LoopbackServer.Kind kind) {
        try (LoopbackUser user = new LoopbackUser(kind, 3, 0)) {
            user.server().refuse(user.server().writing().get(0), true);

            assertThatThrownBy(user::settle).hasMessageContaining("not in step");
        }
    }
}
