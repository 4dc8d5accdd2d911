package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.simulator.Campaign;
import io.github.crosstie.testkit.simulator.History;
import io.github.crosstie.testkit.simulator.Simulation;
import io.github.crosstie.testkit.simulator.Summary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real engine between a CRM in memory and mailboxes over the wire, with everything that goes wrong. */
class GraphSimulationTest {

    private static final int HISTORIES = 20;
    private static final int SCENARIOS = 1;

    private final LoopbackGraph graph = LoopbackGraph.start();

    @BeforeEach
    void keepOnlyCounts() {
        graph.keepBodies(false);
    }

    @AfterEach
    void close() {
        graph.close();
    }

    private Simulation simulation(Way way) {
        return Simulation.builder().mail(GraphSide.on(way, graph)).build();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("random histories end as the oracle says")
    void livesThroughRandomHistories(Way way) {
        Summary summary = Campaign.random(simulation(way), 1, HISTORIES);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.histories()).isEqualTo(HISTORIES);
    }

    @Test
    @DisplayName("one fault at every single place of a round leaves no trace")
    void livesThroughEveryFault() {
        Summary summary = Campaign.systematic(simulation(Way.LEAN), 1, SCENARIOS);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.faults()).isNotEmpty();
    }
}
