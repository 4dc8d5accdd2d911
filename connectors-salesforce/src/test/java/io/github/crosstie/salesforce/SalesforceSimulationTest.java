package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.simulator.Campaign;
import io.github.crosstie.testkit.simulator.History;
import io.github.crosstie.testkit.simulator.SideSource;
import io.github.crosstie.testkit.simulator.Simulation;
import io.github.crosstie.testkit.simulator.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real engine between mailboxes in memory and an organization over the wire, with everything that goes wrong. */
class SalesforceSimulationTest {

    private static final int HISTORIES = 20;

    /** Without one of the connector's measures, within so many the oracle has to notice. */
    private static final int BUDGET = 200;

    private final List<LoopbackSalesforce> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(LoopbackSalesforce::close);
        running.clear();
    }

    private Simulation simulation(ItemKind kind) {
        SideSource crm = kind == ItemKind.CONTACT
                ? OrganizationSide.started(running::add)
                : OrganizationCalendar.started(running::add);
        return Simulation.builder().kind(kind).crm(crm).build();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("random histories end as the oracle says")
    void livesThroughRandomHistories(ItemKind kind) {
        Summary summary = Campaign.random(simulation(kind), 1, HISTORIES);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.histories()).isEqualTo(HISTORIES);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the oracle notices a measure of the connector's that is missing")
    void noticesWhatIsMissing(CarelessEndpoint.Measure missing) {
        Simulation careless = Simulation.builder()
                .crm(OrganizationSide.started(running::add, endpoint -> new CarelessEndpoint(endpoint, missing)))
                .build();

        assertThat(firstViolation(careless))
                .as("without " + missing + ", in " + BUDGET + " histories")
                .isPresent();
    }

    private Optional<String> firstViolation(Simulation simulation) {
        for (int seed = 0; seed < BUDGET; seed++) {
            History history = simulation.run(seed);
            stop();
            if (!history.violations().isEmpty()) {
                return Optional.of(
                        "history " + (seed + 1) + " has " + history.violations().get(0));
            }
        }
        return Optional.empty();
    }
}
