package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.ItemKind;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same as for contacts: in histories of calendars the oracle notices, too, what the engine lacks. */
class EventMutantTest {

    private static final int BUDGET = 3_000;

    private final Simulation simulation =
            Simulation.builder().kind(ItemKind.EVENT).build();

    @ParameterizedTest
    @EnumSource(
            names = {
                "CORRELATION_TAG",
                "CONDITIONAL_WRITE",
                "CURSOR_WITH_CHANGES",
                "FIELD_MERGE",
                "FENCE",
                "CHANGE_BEATS_DELETION",
                "INTENT_RECOVERY",
                "UPDATE_INTENT"
            })
    @DisplayName("S6: the oracle of calendars notices a missing measure")
    void noticesAMissingMeasure(SafetyMeasure missing) {
        Optional<String> noticed = Measures.without(missing, this::notice);

        System.out.println("events without " + missing + ": " + noticed.orElse("nobody notices"));
        assertThat(noticed)
                .as("without " + missing + ", in " + BUDGET + " histories")
                .isPresent();
    }

    private Optional<String> notice() {
        for (int seed = 0; seed < BUDGET; seed++) {
            History history = simulation.quick(seed);
            if (!history.violations().isEmpty()) {
                return Optional.of("history " + (seed + 1) + " has "
                        + history.violations().get(0).invariant());
            }
        }
        return Optional.empty();
    }
}
