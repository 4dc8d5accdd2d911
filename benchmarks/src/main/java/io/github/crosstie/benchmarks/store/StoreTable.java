package io.github.crosstie.benchmarks.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured of stores as a Markdown table: a row for each measure, a column for each store. */
public final class StoreTable {

    private StoreTable() {}

    /**
     * The table.
     *
     * @param columns what was measured, one or more
     * @return its lines
     */
    public static List<String> markdown(List<StoreColumn> columns) {
        List<String> lines = new ArrayList<>();
        lines.add("| measured |"
                + columns.stream().map(column -> " " + column.name() + " |").collect(Collectors.joining()));
        lines.add("|---|" + "--:|".repeat(columns.size()));
        for (StoreMeasure measure : StoreMeasure.values()) {
            lines.add("| " + measure.what() + " |"
                    + columns.stream()
                            .map(column -> " " + figure(column, measure) + " |")
                            .collect(Collectors.joining()));
        }
        return lines;
    }

    /** Three digits of it at most: the rest is chance. */
    private static String figure(StoreColumn column, StoreMeasure measure) {
        Double figure = column.figures().get(measure);
        if (figure == null) {
            return "–";
        }
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, figure))) - 2));
        return String.format(Locale.ROOT, "%,.0f", Math.rint(figure / step) * step);
    }
}
