package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.simulator.Campaign;
import io.github.crosstie.testkit.simulator.History;
import io.github.crosstie.testkit.simulator.Simulation;
import io.github.crosstie.testkit.simulator.Summary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The real engine between a CRM in memory and mailboxes over the wire, with everything that goes wrong. */
class ExchangeSimulationTest {

    private static final int HISTORIES = 40;
    private static final int SCENARIOS = 1;

    private final LoopbackExchange exchange = LoopbackExchange.start();
    private final Simulation simulation =
            Simulation.builder().mail(ExchangeSide.on(exchange)).build();

    @BeforeEach
    void keepOnlyCounts() {
        exchange.keepEnvelopes(false);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    @DisplayName("random histories end as the oracle says")
    void livesThroughRandomHistories() {
        Summary summary = Campaign.random(simulation, 1, HISTORIES);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.histories()).isEqualTo(HISTORIES);
    }

    @Test
    @DisplayName("one fault at every single place of a round leaves no trace")
    void livesThroughEveryFault() {
        Summary summary = Campaign.systematic(simulation, 1, SCENARIOS);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.faults()).isNotEmpty();
    }
}
