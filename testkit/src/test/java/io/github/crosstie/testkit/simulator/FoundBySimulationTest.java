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
                + " -5.1.-2.1.0.2.1.-5.1.-a.2.0.2.-f.c.-18.1.3.-z.1.0.2.3.-4.2.0.1.2.-s.1.7.-10.f.5.1.2.-2.1.4.1.2.-3.1.-2.2",
        "what a repeated update wrote to a set is edited by a person before the late one is forgotten,"
                + " -5.1.-2.1.0.2.-6.1.0.1.1.3.1.-6.1.-v.4.-6.1.0.2.4.-2.2",
        "a store that was set back does not know the link under which a record was created,"
                + " -8.1.0.2.-9.2.-s.g.0.1.3.1.-q.e.1.-17.3.1.-2.1.-1a.1.9",
        "a worker that has recognised a late update dies before it reads its source,"
                + " -a.2.1.-c.1.1.0.1.-4.1.-12.g.-d.f.4.0.1.-c.1.1.-2.1.-n.1",
        "a late update overwrites a record whose counterpart is just being created anew,"
                + " -5.1.-2.1.0.2.2.-7.1.3.-b.1.1.-2.2.7.-2.1.1.-d.f.-c.c.0.1.-d.g.1.0.1.0.1.4.0.1.-p.1",
        "a record of an attempt turns up while its deleted successor is to be created anew,"
                + " -a.2.1.-7.1.-9.1.4.0.1.0.g.1.-e.g.-f.1.-9.g.0.1.1.-t.3.0.g.-2.1.-x.f.4.0.1.f.0.1.1",
        "a store that was set back is about to create what it created under a link that it has forgotten,"
                + " -7.3.-2.2.2.-c.1.-5.1.-6.2.2.7.-4.2.-7.f.3.-k.f.0.1.2.-1e.5.-5.1.4.0.1.-z.1.1.0.2.-9.f.7.0.1.-8.g.-2d.h.-3.1.8",
        "a copy that nobody could read waits beside its original until that is deleted,"
                + " -3.2.-6.2.2.-7.1.2.-d.1.2.-2.2.0.1.-6.g.1.-1g.2.1.-3.1.-1m.3.5.1.2.-4.1.-2.1.-d.f.7.-4.d.0.1.-3.4.-4.1.-z.1.4.0.1.-2.1.1",
        "the original of a duplicate was deleted and nobody has been told of that yet,"
                + " -5.1.-4.2.1.-8.3.-5.1.2.-4.1.-10.g.-d.f.-k.a.1.-j.1.1.-5.2.1.-2.4.0.1"
    })
    void isWellNow(String name, String tape) {
        History history = Simulation.replay(tape);

        assertThat(history.violations()).as(history::describe).isEmpty();
    }
}
