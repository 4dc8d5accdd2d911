package io.github.crosstie.benchmarks.goal;

import java.util.List;
import java.util.Locale;

/** What a figure counts. */
public enum Unit {
    /** Nanoseconds. */
    TIME {
        @Override
        List<String> names() {
            return List.of("ns", "µs", "ms", "s");
        }
    },
    /** Bytes. */
    MEMORY {
        @Override
        List<String> names() {
            return List.of("B", "kB", "MB", "GB");
        }
    },
    /** Things that are counted, such as requests; the line says which. */
    COUNT {
        @Override
        List<String> names() {
            return List.of("");
        }
    };

    private static final double STEP = 1_000;

    /** What it is called, each a thousand times the one before. */
    abstract List<String> names();

    /**
     * A figure with its unit, three digits of it, as people write it.
     *
     * @param value the figure, not negative
     * @return the text, as {@code 1.25 ms}; of a count the number alone
     */
    public String text(double value) {
        int step = 0;
        double shown = value;
        // What rounds up to a thousand is one of the next unit.
        while (shown >= STEP - 0.5 && step < names().size() - 1) {
            shown /= STEP;
            step++;
        }
        return (digits(shown) + " " + names().get(step)).stripTrailing();
    }

    static String digits(double value) {
        int places = value >= 99.95 || value == Math.rint(value) ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + places + "f", value);
    }
}
