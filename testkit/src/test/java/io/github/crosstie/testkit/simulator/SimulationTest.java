package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.item.Side;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private final Simulation simulation = Simulation.create();

    @Test
    @DisplayName("the same seed is the same history, down to the last line of its trace")
    void repeatsASeed() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(simulation.run(seed)).as("seed " + seed).isEqualTo(simulation.run(seed));
        }
    }

    @Test
    @DisplayName("a tape is the history of the seed that drew it")
    void repeatsATape() {
        for (long seed = 0; seed < 50; seed++) {
            History history = simulation.run(seed);

            assertThat(Simulation.replay(history.tape().toString()))
                    .as("seed " + seed)
                    .isEqualTo(history);
        }
    }

    @Test
    void leavesTheTraceOutWhereNobodyReadsIt() {
        History quick = simulation.quick(7);

        assertThat(quick.trace()).isEmpty();
        assertThat(quick.tape()).isEqualTo(simulation.run(7).tape());
    }

    @Test
    @DisplayName("without faults, as many records are written as have changed, and one request a side finds that out")
    void isFrugalWithoutFaults() {
        Summary summary = Campaign.random(Simulation.builder().faults(Set.of()).build(), 0, 300);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.faults()).isEmpty();
    }

    @Test
    @DisplayName("a side that forgets an edit now and then is found out, and a short tape shows how")
    void findsAForgetfulSide() {
        AtomicInteger sides = new AtomicInteger();
        Simulation forgetful = Simulation.builder()
                .faults(Set.of())
                .mail((traits, clock) -> {
                    sides.incrementAndGet();
                    return new ForgetfulSide(InMemorySide.on(Side.MAIL).create(traits, clock));
                })
                .build();

        Summary summary = Campaign.random(forgetful, 0, 100);

        assertThat(sides).hasValue(100);
        assertThat(summary.violating()).isPositive();
        History failing = summary.failures().get(0);
        History shortest = forgetful.shrink(failing);
        assertThat(shortest.violations()).isNotEmpty();
        assertThat(shortest.tape().length()).isLessThan(failing.tape().length());
        assertThat(shortest.describe()).startsWith("simulation.replay(Tape.parse(\"" + shortest.tape() + "\"))\n");
        assertThat(forgetful.replay(Tape.parse(shortest.tape().toString()))).isEqualTo(shortest);
        assertThat(forgetful.shrink(failing)).as("shrinking is repeatable").isEqualTo(shortest);
    }

    @Test
    void refusesToShrinkWhatDoesNotFail() {
        History fine = Simulation.builder().faults(Set.of()).build().run(1);

        assertThatThrownBy(() -> simulation.shrink(fine))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without violation");
    }
}
