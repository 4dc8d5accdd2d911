package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.benchmarks.fleet.FleetSettings;
import io.github.crosstie.benchmarks.store.StoreColumn;
import io.github.crosstie.benchmarks.store.StoreMeasure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalePlanTest {

    private static final Map<StoreMeasure, Double> FIGURES = Map.of(
            StoreMeasure.LINK_BYTES, 1_600.0,
            StoreMeasure.LEASES_OF_EIGHT, 20_000.0,
            StoreMeasure.LINKS_READ, 50_000.0,
            StoreMeasure.QUIET_ROUNDS, 1_000.0,
            StoreMeasure.CLAIMS, 100_000.0);

    private final List<String> lines =
            ScalePlan.markdown(new StoreColumn("PostgreSQL", FIGURES), FleetSettings.MILLION);

    @Test
    void takesWhatWasMeasuredToAMillionMailboxes() {
        assertThat(lines)
                .anyMatch(line -> line.startsWith("| rounds a second | 1,667 |"))
                .anyMatch(line -> line.startsWith("| bytes of the database | 320 GB |"))
                .anyMatch(line -> line.contains("| 333,333 | 667 % of 50,000 |"))
                .anyMatch(line -> line.contains("| 300,000 | 30 % of 1,000,000 |"));
    }

    @Test
    void holdsRequestsAgainstWhatVendorsAllow() {
        assertThat(lines)
                .anyMatch(line -> line.contains("| 3,333 | 26 % of 13,000 | counted"))
                .anyMatch(line -> line.contains("| 1,000 | – | computed by Little's law"))
                .anyMatch(line -> line.contains("| 46,080 | 0.90 % of 5,100,000 |"));
    }

    @Test
    void saysOfEveryFigureHowItIsKnown() {
        assertThat(lines.subList(2, lines.size())).allMatch(line -> line.matches(".*(measured|counted|computed).*"));
    }

    @Test
    void refusesAStoreThatWasNotMeasured() {
        assertThatThrownBy(() -> ScalePlan.markdown(new StoreColumn("plain file", Map.of()), FleetSettings.MILLION))
                .hasMessageContaining("plain file was not measured for LINK_BYTES");
    }
}
