package io.github.crosstie.benchmarks.fleet;

import java.util.ArrayList;
import java.util.List;

/** How late the rounds of some nodes began. Immutable. */
public final class FleetRun {

    private final FleetSettings settings;
    private final LatenessLog log;
    private final List<Integer> overdue;

    FleetRun(FleetSettings settings, LatenessLog log, List<Integer> overdue) {
        this.settings = settings;
        this.log = log;
        this.overdue = List.copyOf(overdue);
    }

    /**
     * What there was, and what befell it.
     *
     * @return the settings
     */
    public FleetSettings settings() {
        return settings;
    }

    /**
     * How late rounds began, over time.
     *
     * @param step how many minutes are summed up, 1 or more
     * @return the lateness of each step, of whole steps alone
     */
    public List<Lateness> by(int step) {
        List<Lateness> steps = new ArrayList<>();
        for (int from = 0; from + step <= overdue.size(); from += step) {
            steps.add(log.over(from, from + step, overdue.get(from + step - 1)));
        }
        return steps;
    }
}
