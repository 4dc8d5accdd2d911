package io.github.crosstie.benchmarks.goal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a goal is met by what was measured, and by how much. */
public record Verdict(Goal goal, List<OfLine> lines) {

    /** Copies the lines. */
    public Verdict {
        lines = List.copyOf(lines);
    }

    /**
     * Judges a goal.
     *
     * @param goal the goal
     * @param numbers what was measured
     * @return the verdict
     */
    public static Verdict of(Goal goal, Numbers numbers) {
        return new Verdict(
                goal,
                goal.lines().stream().map(line -> OfLine.of(line, numbers)).toList());
    }

    /**
     * Whether the goal is met.
     *
     * @return true if it can be measured and every demand holds
     */
    public boolean isMet() {
        return goal.isMeasurable() && lines.stream().allMatch(OfLine::isMet);
    }

    /**
     * The verdict on one line.
     *
     * @param line the line
     * @param ours the library's number
     * @param demands the verdicts on its demands, in their order
     */
    public record OfLine(Line line, double ours, List<OfDemand> demands) {

        /** Copies the demands. */
        public OfLine {
            demands = List.copyOf(demands);
        }

        static OfLine of(Line line, Numbers numbers) {
            double ours = numbers.of(line.ours());
            return new OfLine(
                    line,
                    ours,
                    line.demands().stream()
                            .map(demand -> OfDemand.of(demand, ours, numbers))
                            .toList());
        }

        /**
         * Whether all demands hold.
         *
         * @return true if they do
         */
        public boolean isMet() {
            return demands.stream().allMatch(OfDemand::isMet);
        }

        /** The strongest of the alternatives; empty if there is none. */
        Optional<OfDemand> bestAlternative() {
            return demands.stream()
                    .filter(one -> one.demand() instanceof Demand.Better)
                    .min(Comparator.comparingDouble(OfDemand::other));
        }

        /** The nearest of the bounds; empty if there is none. */
        Optional<OfDemand> bound() {
            return demands.stream()
                    .filter(one -> one.demand() instanceof Demand.Within)
                    .findFirst();
        }
    }

    /**
     * The verdict on one demand.
     *
     * @param demand the demand
     * @param other what ours is compared with: the alternative's number, the bound's, or the number that is demanded
     * @param ratio the alternative's number to ours, or ours to the bound or the demanded number
     */
    public record OfDemand(Demand demand, double other, double ratio) {

        static OfDemand of(Demand demand, double ours, Numbers numbers) {
            if (demand instanceof Demand.Better better) {
                double other = numbers.of(better.alternative());
                return new OfDemand(demand, other, other / ours);
            }
            if (demand instanceof Demand.Within within) {
                double other = numbers.of(within.bound());
                return new OfDemand(demand, other, ours / other);
            }
            double most = ((Demand.AtMost) demand).most();
            // Nothing where nothing is demanded is once what is demanded.
            return new OfDemand(demand, most, ours == most ? 1 : ours / most);
        }

        /**
         * Whether it holds.
         *
         * @return true if it does
         */
        public boolean isMet() {
            if (demand instanceof Demand.Better better) {
                return ratio >= better.times();
            }
            return ratio <= (demand instanceof Demand.Within within ? within.times() : 1);
        }
    }
}
