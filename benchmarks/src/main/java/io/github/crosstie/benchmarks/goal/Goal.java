package io.github.crosstie.benchmarks.goal;

import java.util.ArrayList;
import java.util.List;

/**
 * One goal. Met if every demand of every line holds; one of which a part cannot be measured yet is not met.
 *
 * @param id its name, as {@code P1}
 * @param promise what it says, in a few words
 * @param lines what is measured for it
 * @param open what cannot be measured yet
 */
public record Goal(String id, String promise, List<Line> lines, List<String> open) {

    /** Copies the lists. */
    public Goal {
        lines = List.copyOf(lines);
        open = List.copyOf(open);
    }

    /**
     * A goal that is measured.
     *
     * @param id its name
     * @param promise what it says
     * @param lines what is measured
     * @return the goal
     */
    public static Goal of(String id, String promise, Line... lines) {
        return of(id, promise, List.of(lines));
    }

    /**
     * A goal that is measured.
     *
     * @param id its name
     * @param promise what it says
     * @param lines what is measured
     * @return the goal
     */
    public static Goal of(String id, String promise, List<Line> lines) {
        return new Goal(id, promise, lines, List.of());
    }

    /**
     * A goal of which there is nothing to measure yet.
     *
     * @param id its name
     * @param promise what it says
     * @return the goal
     */
    public static Goal notYet(String id, String promise) {
        return new Goal(id, promise, List.of(), List.of(promise));
    }

    /**
     * The goal with a part more of which there is nothing to measure yet.
     *
     * @param part what is missing
     * @return the goal, which is not met as long as the part is there
     */
    public Goal butNotYet(String part) {
        List<String> more = new ArrayList<>(open);
        more.add(part);
        return new Goal(id, promise, lines, more);
    }

    /**
     * Whether all of it can be measured.
     *
     * @return false if it has no line, or a part that is missing
     */
    public boolean isMeasurable() {
        return !lines.isEmpty() && open.isEmpty();
    }
}
