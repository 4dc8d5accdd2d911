package io.github.crosstie.benchmarks.goal;

import java.util.List;

/**
 * One goal. Met if every demand of every line holds; one that cannot be measured yet has no line, and is not met.
 *
 * @param id its name, as {@code P1}
 * @param promise what it says, in a few words
 * @param lines what is measured for it
 */
public record Goal(String id, String promise, List<Line> lines) {

    /** Copies the lines. */
    public Goal {
        lines = List.copyOf(lines);
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
        return new Goal(id, promise, lines);
    }

    /**
     * A goal of which there is nothing to measure yet.
     *
     * @param id its name
     * @param promise what it says
     * @return the goal
     */
    public static Goal notYet(String id, String promise) {
        return new Goal(id, promise, List.of());
    }

    /**
     * Whether it can be measured.
     *
     * @return false if it has no line
     */
    public boolean isMeasurable() {
        return !lines.isEmpty();
    }
}
