package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.graph.internal.wire.Way;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many requests rounds of the engine take over Graph, of a mailbox that was synced within the hour. */
class RequestCountsTest {

    @Test
    @DisplayName("P7: an idle round takes one request a collection")
    void anIdleRoundAsksOnceACollection() {
        try (SyncedMailbox user = new SyncedMailbox(Way.LEAN)) {
            user.fill();
            user.sync();
            user.settle();
            user.sync();
            int before = user.graph().requests().size();

            user.sync();

            assertThat(user.graph().requests()).hasSize(before + 2);
        }
    }
}
