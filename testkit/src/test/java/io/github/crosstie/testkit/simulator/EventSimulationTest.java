package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events of all kinds between two sides in memory. */
class EventSimulationTest {

    private static final int HISTORIES = Integer.getInteger("simulation.events", 1_000);

    private final Simulation simulation =
            Simulation.builder().kind(ItemKind.EVENT).build();

    @Test
    @DisplayName("S6: random histories of events end as the oracle says")
    void livesThroughRandomHistories() {
        Summary summary = Campaign.random(simulation, 1, HISTORIES);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
    }

    @Test
    @DisplayName("S6: one fault at every single place of a round leaves no trace in a calendar")
    void livesThroughEveryFault() {
        Summary summary = Campaign.systematic(simulation, 1, 3);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
    }
}
