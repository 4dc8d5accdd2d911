package io.github.crosstie.benchmarks;

import io.github.crosstie.benchmarks.scaling.Curve;
import io.github.crosstie.benchmarks.scaling.ScalingChart;
import io.github.crosstie.benchmarks.scaling.ScalingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page that tells how the library stands against its goals, and how it grows. */
final class PerformancePage {

    private static final String CHART = "scaling.svg";

    private final MarkedPage page;

    private PerformancePage(MarkedPage page) {
        this.page = page;
    }

    /**
     * The page of a directory.
     *
     * @throws IllegalArgumentException if there is no such directory, or a page without the marks
     */
    static PerformancePage in(Path directory) throws IOException {
        return new PerformancePage(
                MarkedPage.in(directory, "performance.md", "Performance", List.of("goals", "scaling")));
    }

    void goals(String place, List<String> table) throws IOException {
        replace("goals", place, table);
    }

    void scaling(String place, List<Curve> curves) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("![" + ScalingChart.TITLE + "](" + CHART + ")");
        lines.add("");
        lines.addAll(ScalingTable.markdown(curves));
        Files.writeString(page.sibling(CHART), ScalingChart.of(curves));
        replace("scaling", place, lines);
    }

    private void replace(String region, String place, List<String> table) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Measured on " + place + ".");
        lines.add("");
        lines.addAll(table);
        page.replace(region, lines);
    }
}
