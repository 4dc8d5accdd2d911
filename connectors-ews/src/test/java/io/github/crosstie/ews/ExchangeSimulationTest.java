package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.simulator.Campaign;
import io.github.crosstie.testkit.simulator.History;
import io.github.crosstie.testkit.simulator.Simulation;
import io.github.crosstie.testkit.simulator.Summary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real engine between a CRM in memory and mailboxes over the wire, with everything that goes wrong. */
class ExchangeSimulationTest {

    private static final int HISTORIES = 40;
    private static final int SCENARIOS = 1;

    private final LoopbackExchange exchange = LoopbackExchange.start();
    private final Simulation contacts =
            Simulation.builder().mail(ExchangeSide.on(exchange)).build();
    private final Simulation events = Simulation.builder()
            .kind(ItemKind.EVENT)
            .mail(ExchangeCalendar.on(exchange))
            .build();

    @BeforeEach
    void keepOnlyCounts() {
        exchange.keepEnvelopes(false);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private Simulation of(ItemKind kind) {
        return kind == ItemKind.CONTACT ? contacts : events;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("random histories end as the oracle says")
    void livesThroughRandomHistories(ItemKind kind) {
        Summary summary = Campaign.random(of(kind), 1, HISTORIES);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.histories()).isEqualTo(HISTORIES);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("one fault at every single place of a round leaves no trace")
    void livesThroughEveryFault(ItemKind kind) {
        Summary summary = Campaign.systematic(of(kind), 1, SCENARIOS);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.faults()).isNotEmpty();
    }
}
