package io.github.crosstie.benchmarks.goal;

import java.util.List;

/** What is demanded of one figure of the library's. */
public sealed interface Demand {

    /**
     * The figure that it is compared with.
     *
     * @return it alone, or nothing if the demand is a number
     */
    List<Figure> others();

    /**
     * So many times better than what people would do otherwise.
     *
     * @param times how many times at least
     * @param than what the alternative is called
     * @param alternative the alternative's figure
     */
    record Better(double times, String than, Figure alternative) implements Demand {
        @Override
        public List<Figure> others() {
            return List.of(alternative);
        }
    }

    /**
     * At most so many times what cannot be avoided.
     *
     * @param times how many times at most
     * @param of what the bound is called
     * @param bound the bound's figure
     */
    record Within(double times, String of, Figure bound) implements Demand {
        @Override
        public List<Figure> others() {
            return List.of(bound);
        }
    }

    /**
     * At most a number.
     *
     * @param most the number, in the base unit of the figure
     */
    record AtMost(double most) implements Demand {
        @Override
        public List<Figure> others() {
            return List.of();
        }
    }
}
