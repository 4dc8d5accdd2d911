package io.github.crosstie.testkit.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs many histories of one simulation, one after the other, and counts. Histories know nothing of each other: to use several
 * threads, run campaigns over different seeds on each and add the summaries up.
 *
 * <p>Not thread-safe; several campaigns may share a simulation.
 */
public final class Campaign {

    private static final int KEPT = 20;
    private static final Set<FaultKind> SINGLE =
            EnumSet.of(FaultKind.CRASH, FaultKind.LOST_ANSWER, FaultKind.ZOMBIE, FaultKind.USER_EDIT);

    private final Simulation simulation;
    private final Map<FaultKind, Long> faults = new EnumMap<>(FaultKind.class);
    private final Map<Excuse, Long> excuses = new EnumMap<>(Excuse.class);
    private final List<History> failures = new ArrayList<>();
    private long histories;
    private long violating;
    private int mostRounds;
    private long faultPoints;

    private Campaign(Simulation simulation) {
        this.simulation = simulation;
    }

    /**
     * Runs the histories of some seeds.
     *
     * @param simulation runs them
     * @param firstSeed the first seed
     * @param count how many; 0 or more
     * @return what they showed
     */
    public static Summary random(Simulation simulation, long firstSeed, long count) {
        Campaign campaign = new Campaign(simulation);
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            campaign.add(simulation.quick(seed));
        }
        return campaign.summary();
    }

    /**
     * Runs short scenarios again and again, each time with one fault and no other: every kind of crash, lost answer, held-up
     * worker and edit at every call and commit of a round, before and after its effect.
     *
     * @param simulation runs them
     * @param firstSeed the first scenario's seed
     * @param scenarios how many; 0 or more
     * @return what they showed
     */
    public static Summary systematic(Simulation simulation, long firstSeed, long scenarios) {
        Campaign campaign = new Campaign(simulation);
        for (long seed = firstSeed; seed < firstSeed + scenarios; seed++) {
            campaign.everyFault(seed);
        }
        return campaign.summary();
    }

    /**
     * Both together.
     *
     * @param one the summary of one campaign
     * @param other the summary of another one
     * @return the sum
     */
    public static Summary sum(Summary one, Summary other) {
        return one.plus(other);
    }

    private void everyFault(long seed) {
        Script plain = Script.idle();
        add(simulation.quick(seed, plain));
        for (int i = 0; i < plain.passed().size(); i++) {
            Script.Point point = plain.passed().get(i);
            for (FaultKind kind : SINGLE) {
                if (Climate.strikes(kind, point.call(), point.after())) {
                    add(simulation.quick(seed, Script.of(i, kind)));
                }
            }
        }
    }

    private void add(History history) {
        histories++;
        faultPoints += history.faultPoints();
        mostRounds = Math.max(mostRounds, history.roundsToConverge());
        history.faults().forEach((kind, count) -> faults.merge(kind, (long) count, Long::sum));
        history.excuses().forEach((excuse, count) -> excuses.merge(excuse, (long) count, Long::sum));
        if (!history.violations().isEmpty()) {
            violating++;
            if (failures.size() < KEPT) {
                failures.add(history);
            }
        }
    }

    private Summary summary() {
        return new Summary(histories, failures, violating, mostRounds, faultPoints, faults, excuses);
    }
}
