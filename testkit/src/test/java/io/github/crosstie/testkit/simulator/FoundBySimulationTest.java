package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories that the engine once failed in, cut down to what matters. */
class FoundBySimulationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an overtaken worker is answered with a record that it did not ask for, -2.1.-h.1.2.5.-x.g",
        "a value that a lost update overwrote is journaled though the record is deleted since,"
                + " -4.3.1.-4.2.1.-7.1.-3.1.1.2.-2.1.0.1.-4.1.-f.c.-y.2.-d.4.-3.1.4.1.1",
        "a late update arrives after its source was created anew with other values,"
                + " -6.3.-3.2.2.-7.1.-4.1.-1p.g.1.0.1.0.1.4.0.1",
        "an update that was repeated since is not taken for a late one,"
                + " -a.2.1.-5.1.0.1.2.-5.2.2.-u.7.-k.4.-j.4.-8.1.-1h.6.-3.c",
        "a copy of a settled record is no replacement for the deleted original,"
                + " -5.1.-2.1.0.2.1.-5.1.-a.2.0.2.-f.c.-18.1.3.-z.1.0.2.3.-4.2.0.1.2.-s.1.7.-10.f.5.1.2.-2.1.4.1.2.-3.1.-2.2"
    })
    void isWellNow(String name, String tape) {
        History history = Simulation.replay(tape);

        assertThat(history.violations()).as(history::describe).isEmpty();
    }
}
