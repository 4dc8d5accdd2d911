package io.github.crosstie.benchmarks.goal;

import java.util.HashMap;
import java.util.Map;

/** What was measured, by figure. Not thread-safe. */
public final class Numbers {

    private final Map<Figure, Double> numbers = new HashMap<>();

    /**
     * Notes what was measured.
     *
     * @param figure the figure
     * @param number its number, not yet divided
     */
    public void put(Figure figure, double number) {
        numbers.put(figure, number / figure.parts());
    }

    /**
     * The number of a figure.
     *
     * @param figure the figure
     * @return its number, for one part
     */
    public double of(Figure figure) {
        Double number = numbers.get(figure);
        if (number == null) {
            throw new IllegalStateException(figure + " was not measured");
        }
        return number;
    }
}
