package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes the engine's safety measures away, one at a time, and sees to it that the oracle notices: by what is lost, duplicated or
 * deleted in the end, never by looking at the measure.
 */
class MutantTest {

    /** The rarest one shows about once in a thousand histories. */
    private static final int BUDGET = 10_000;

    private final Simulation simulation = Simulation.create();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROJECTED_COMPARISON")
    @DisplayName("the oracle notices a missing measure")
    void noticesAMissingMeasure(SafetyMeasure missing) {
        Optional<String> noticed = Measures.without(missing, this::notice);

        assertThat(noticed)
                .as("without " + missing + ", in " + BUDGET + " histories")
                .isPresent();
        System.out.println("without " + missing + ": " + noticed.orElseThrow());
    }

    private Optional<String> notice() {
        for (int seed = 0; seed < BUDGET; seed++) {
            History history = simulation.quick(seed);
            if (!history.violations().isEmpty()) {
                return Optional.of(
                        "history " + (seed + 1) + " has " + history.violations().get(0));
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(names = "PROJECTED_COMPARISON")
    @DisplayName("a measure that is equivalent to another one makes no difference")
    void seesNoDifference(SafetyMeasure equivalent) {
        Summary summary = Measures.without(equivalent, () -> Campaign.random(simulation, 0, 500));

        assertThat(summary.failures()).extracting(History::reproduction).isEmpty();
    }
}
