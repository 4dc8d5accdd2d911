package io.github.crosstie.testkit.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What many histories have shown.
 *
 * @param histories how many were run
 * @param failures the histories that violate something, as they were run, without traces; the first ones only if there are many
 * @param violating how many histories violate something
 * @param mostRounds how many rounds worked at most after the faults had stopped
 * @param faultPoints how many moments there were at which something could have gone wrong, all in all
 * @param faults what went wrong how often
 * @param excuses what the oracle let pass how often
 */
public record Summary(
        long histories,
        List<History> failures,
        long violating,
        int mostRounds,
        long faultPoints,
        Map<FaultKind, Long> faults,
        Map<Excuse, Long> excuses) {

    private static final int KEPT = 20;

    /** Copies the collections. */
    public Summary {
        failures = List.copyOf(failures);
        faults = Collections.unmodifiableMap(faults.isEmpty() ? new EnumMap<>(FaultKind.class) : new EnumMap<>(faults));
        excuses = Collections.unmodifiableMap(excuses.isEmpty() ? new EnumMap<>(Excuse.class) : new EnumMap<>(excuses));
    }

    static Summary empty() {
        return new Summary(0, List.of(), 0, 0, 0, Map.of(), Map.of());
    }

    /** Both together. */
    Summary plus(Summary other) {
        Map<FaultKind, Long> allFaults = new EnumMap<>(FaultKind.class);
        allFaults.putAll(faults);
        other.faults.forEach((kind, count) -> allFaults.merge(kind, count, Long::sum));
        Map<Excuse, Long> allExcuses = new EnumMap<>(Excuse.class);
        allExcuses.putAll(excuses);
        other.excuses.forEach((excuse, count) -> allExcuses.merge(excuse, count, Long::sum));
        List<History> allFailures = new ArrayList<>(failures);
        allFailures.addAll(other.failures);
        return new Summary(
                histories + other.histories,
                allFailures.subList(0, Math.min(KEPT, allFailures.size())),
                violating + other.violating,
                Math.max(mostRounds, other.mostRounds),
                faultPoints + other.faultPoints,
                allFaults,
                allExcuses);
    }

    /**
     * How many fault points a history has.
     *
     * @return the mean; 0 without histories
     */
    public double meanFaultPoints() {
        return histories == 0 ? 0 : (double) faultPoints / histories;
    }

    /**
     * How much of all that went wrong was of one kind.
     *
     * @param kind the kind
     * @return 0 to 1
     */
    public double share(FaultKind kind) {
        long all = faults.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : (double) faults.getOrDefault(kind, 0L) / all;
    }

    /** A few lines for people. */
    @Override
    public String toString() {
        StringJoiner shares = new StringJoiner(", ");
        for (FaultKind kind : faults.keySet()) {
            shares.add(String.format(Locale.ROOT, "%s %.1f %%", kind, 100 * share(kind)));
        }
        return String.format(
                Locale.ROOT,
                "%d histories, %d violate, %d rounds at most, %.0f fault points a history, excuses %s%nfaults: %s",
                histories,
                violating,
                mostRounds,
                meanFaultPoints(),
                excuses,
                shares);
    }
}
