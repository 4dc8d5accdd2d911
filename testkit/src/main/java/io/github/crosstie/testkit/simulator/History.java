package io.github.crosstie.testkit.simulator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One history that was run.
 *
 * @param tape all its choices; replaying it gives the same history
 * @param violations what did not hold; empty if all is well
 * @param faultPoints how many moments there were at which something could have gone wrong
 * @param faults what went wrong how often
 * @param excuses what the oracle let pass how often
 * @param rounds how many rounds were run
 * @param roundsToConverge how many rounds worked at most, after the faults had stopped, before one found nothing to do
 * @param trace what happened, line by line; empty if the history was run without one
 * @param inMemory whether both sides and the store were those in memory, which {@link Simulation#replay(String)} uses
 */
public record History(
        Tape tape,
        List<Violation> violations,
        int faultPoints,
        Map<FaultKind, Integer> faults,
        Map<Excuse, Integer> excuses,
        int rounds,
        int roundsToConverge,
        List<String> trace,
        boolean inMemory) {

    /** Copies the collections. */
    public History {
        violations = List.copyOf(violations);
        faults = Collections.unmodifiableMap(faults.isEmpty() ? new EnumMap<>(FaultKind.class) : new EnumMap<>(faults));
        excuses = Collections.unmodifiableMap(excuses.isEmpty() ? new EnumMap<>(Excuse.class) : new EnumMap<>(excuses));
        trace = List.copyOf(trace);
    }

    /**
     * The line of code that runs it again: a static method for the sides and the store in memory; otherwise one of the simulation
     * that has the sides and the store, which is called {@code simulation} there.
     *
     * @return Java source
     */
    public String reproduction() {
        return inMemory ? "Simulation.replay(\"" + tape + "\")" : "simulation.replay(Tape.parse(\"" + tape + "\"))";
    }

    /**
     * Reproduction, violations and trace, for people.
     *
     * @return several lines
     */
    public String describe() {
        StringBuilder text = new StringBuilder(reproduction()).append('\n');
        violations.forEach(violation -> text.append("  ").append(violation).append('\n'));
        trace.forEach(line -> text.append("    ").append(line).append('\n'));
        return text.toString();
    }
}
