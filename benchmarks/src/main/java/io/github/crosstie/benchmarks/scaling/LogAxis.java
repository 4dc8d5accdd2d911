package io.github.crosstie.benchmarks.scaling;

import java.util.ArrayList;
import java.util.List;

/** An axis on which every power of ten has the same length. Sizes are told in pixels along the axis. */
public record LogAxis(int from, int to, double length) {

    /** The axis from the power of ten at or below the least value to the one at or above the greatest; values are positive. */
    public static LogAxis over(double least, double greatest, double length) {
        int from = (int) Math.floor(Math.log10(least) + 1e-9);
        int to = (int) Math.ceil(Math.log10(greatest) - 1e-9);
        return new LogAxis(from, Math.max(to, from + 1), length);
    }

    public double place(double value) {
        return (Math.log10(value) - from) / (to - from) * length;
    }

    /** The powers of ten on the axis, in order. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int power = from; power <= to; power++) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }
}
