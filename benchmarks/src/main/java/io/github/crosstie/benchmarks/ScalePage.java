package io.github.crosstie.benchmarks;

import io.github.crosstie.benchmarks.fleet.FleetChart;
import io.github.crosstie.benchmarks.fleet.FleetRun;
import io.github.crosstie.benchmarks.fleet.FleetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page that takes what was measured on one machine to a million mailboxes. */
final class ScalePage {

    private static final String CHART = "lateness.svg";

    private final MarkedPage page;

    private ScalePage(MarkedPage page) {
        this.page = page;
    }

    /**
     * The page of a directory.
     *
     * @throws IllegalArgumentException if there is no such directory, or a page without the marks
     */
    static ScalePage in(Path directory) throws IOException {
        return new ScalePage(
                MarkedPage.in(directory, "scale.md", "A million mailboxes", List.of("plan", "store", "lateness")));
    }

    void store(String place, List<String> table) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Measured on " + place + ".");
        lines.add("");
        lines.addAll(table);
        page.replace("store", lines);
    }

    void plan(List<String> table) throws IOException {
        page.replace("plan", table);
    }

    void lateness(List<FleetRun> runs) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("![" + FleetChart.TITLE + "](" + CHART + ")");
        for (FleetRun run : runs) {
            lines.add("");
            lines.addAll(FleetTable.markdown(run));
        }
        Files.writeString(page.sibling(CHART), FleetChart.of(runs));
        page.replace("lateness", lines);
    }
}
