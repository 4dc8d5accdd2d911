package io.github.crosstie.benchmarks.scaling;

import io.github.crosstie.benchmarks.goal.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Curves as a Markdown table: a row for each size, time and memory of each subject, then why curves end. */
public final class ScalingTable {

    private ScalingTable() {}

    /**
     * The table.
     *
     * @param curves what was measured
     * @return its lines
     */
    public static List<String> markdown(List<Curve> curves) {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder("| size |");
        StringBuilder rule = new StringBuilder("|--:|");
        for (Curve curve : curves) {
            head.append(' ').append(curve.subject().name()).append(" | keeps |");
            rule.append("--:|--:|");
        }
        lines.add(head.toString());
        lines.add(rule.toString());
        for (int size : sizes(curves)) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %,d |", size));
            for (Curve curve : curves) {
                Optional<Curve.Point> point = curve.points().stream()
                        .filter(one -> one.size() == size)
                        .findFirst();
                row.append(' ')
                        .append(point.map(one -> Unit.TIME.text(one.nanoseconds()))
                                .orElse("–"))
                        .append(" | ")
                        .append(point.map(one -> Unit.MEMORY.text(one.bytes())).orElse("–"))
                        .append(" |");
            }
            lines.add(row.toString());
        }
        lines.add("");
        for (Curve curve : curves) {
            lines.add("- **" + curve.subject().name() + "** (" + curve.subject().counts() + "): "
                    + curve.subject().what() + " " + curve.ending());
        }
        return lines;
    }

    private static SortedSet<Integer> sizes(List<Curve> curves) {
        SortedSet<Integer> sizes = new TreeSet<>();
        curves.forEach(curve -> curve.points().forEach(point -> sizes.add(point.size())));
        return sizes;
    }
}
