package io.github.crosstie.benchmarks.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One figure of the library's, and what is demanded of it.
 *
 * @param what what is measured, and how much of it
 * @param ours the library's figure
 * @param demands all of which are to hold
 */
public record Line(String what, Figure ours, List<Demand> demands) {

    /** Copies the demands. */
    public Line {
        demands = List.copyOf(demands);
    }

    /**
     * A line of which nothing is demanded yet.
     *
     * @param what what is measured
     * @param ours the library's figure
     * @return the line
     */
    public static Line of(String what, Figure ours) {
        return new Line(what, ours, List.of());
    }

    /**
     * Demands that the figure is so many times better than an alternative's.
     *
     * @param times how many times at least; 0 to show the alternative and demand nothing
     * @param than what the alternative is called
     * @param alternative the alternative's figure
     * @return the line with one demand more
     */
    public Line better(double times, String than, Figure alternative) {
        return and(new Demand.Better(times, than, alternative));
    }

    /**
     * Demands that the figure is at most so many times a bound.
     *
     * @param times how many times at most; infinite to show the bound and demand nothing
     * @param of what the bound is called
     * @param bound the bound's figure
     * @return the line with one demand more
     */
    public Line within(double times, String of, Figure bound) {
        return and(new Demand.Within(times, of, bound));
    }

    /**
     * Demands that the figure is at most a number.
     *
     * @param most the number, in nanoseconds or bytes or as a count; may be 0
     * @return the line with one demand more
     */
    public Line atMost(double most) {
        return and(new Demand.AtMost(most));
    }

    private Line and(Demand demand) {
        List<Demand> more = new ArrayList<>(demands);
        more.add(demand);
        return new Line(what, ours, more);
    }

    /**
     * All figures that the line needs.
     *
     * @return the library's and those of the demands
     */
    public Stream<Figure> figures() {
        return Stream.concat(Stream.of(ours), demands.stream().flatMap(demand -> demand.others().stream()));
    }
}
