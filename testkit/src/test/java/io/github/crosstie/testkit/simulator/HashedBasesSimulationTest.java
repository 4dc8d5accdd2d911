package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.HashedBases;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random histories in which the store keeps digests of what was last seen, and no values. */
class HashedBasesSimulationTest {

    private static final int HISTORIES = 10 * Integer.getInteger("simulation.share", 100);

    private static final HashedBases BASES = HashedBases.keyedWith(
            new SecretKeySpec("a key that nobody else has".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));

    private static Simulation.Builder hashing(ItemKind kind) {
        return Simulation.builder().kind(kind).store(() -> BASES.over(InMemoryStateStore.create()));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S3: random histories end as the oracle says, although no former value is kept")
    void livesThroughRandomHistories(ItemKind kind) {
        Summary summary = Campaign.random(hashing(kind).build(), 1, HISTORIES);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G4: one fault at every single place of a round leaves no trace")
    void livesThroughEveryFault(ItemKind kind) {
        Summary summary = Campaign.systematic(hashing(kind).build(), 1, 2);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("without faults, as many records are written as have changed, and one request a side finds that out")
    void isFrugalWithoutFaults(ItemKind kind) {
        Summary summary = Campaign.random(hashing(kind).faults(Set.of()).build(), 0, 300);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
    }
}
