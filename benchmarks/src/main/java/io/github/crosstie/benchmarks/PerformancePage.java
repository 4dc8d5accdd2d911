package io.github.crosstie.benchmarks;

import io.github.crosstie.benchmarks.scaling.Curve;
import io.github.crosstie.benchmarks.scaling.ScalingChart;
import io.github.crosstie.benchmarks.scaling.ScalingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that tells what was measured. What stands between the marks of a region is replaced, all else is left as people wrote it.
 * A page that is not there begins with the regions alone.
 */
final class PerformancePage {

    private static final String NAME = "performance.md";
    private static final String CHART = "scaling.svg";
    private static final List<String> REGIONS = List.of("goals", "scaling");

    private final Path file;
    private String text;

    private PerformancePage(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The page of a directory.
     *
     * @throws IllegalArgumentException if there is no such directory, or a page without the marks
     */
    static PerformancePage in(Path directory) throws IOException {
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new IllegalArgumentException(
                    directory + " is no directory that can be written to; make it, or name another one");
        }
        Path file = directory.resolve(NAME);
        String text = Files.exists(file) ? Files.readString(file) : blank();
        for (String region : REGIONS) {
            int begin = text.indexOf(begin(region));
            if (begin < 0 || text.indexOf(end(region)) < begin) {
                throw new IllegalArgumentException(file + " has no place for what is measured; put " + begin(region)
                        + " and " + end(region) + " on lines of their own where it is to stand");
            }
        }
        return new PerformancePage(file, text);
    }

    private static String blank() {
        StringBuilder blank = new StringBuilder("# Performance\n");
        for (String region : REGIONS) {
            blank.append('\n')
                    .append(begin(region))
                    .append('\n')
                    .append(end(region))
                    .append('\n');
        }
        return blank.toString();
    }

    private static String begin(String region) {
        return "<!-- measured " + region + ": begin -->";
    }

    private static String end(String region) {
        return "<!-- measured " + region + ": end -->";
    }

    void goals(String place, List<String> table) throws IOException {
        replace("goals", place, table);
    }

    void scaling(String place, List<Curve> curves) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("![" + ScalingChart.TITLE + "](" + CHART + ")");
        lines.add("");
        lines.addAll(ScalingTable.markdown(curves));
        Files.writeString(file.resolveSibling(CHART), ScalingChart.of(curves));
        replace("scaling", place, lines);
    }

    private void replace(String region, String place, List<String> lines) throws IOException {
        int from = text.indexOf(begin(region)) + begin(region).length();
        int to = text.indexOf(end(region), from);
        text = text.substring(0, from) + "\nMeasured on " + place + ".\n\n" + String.join("\n", lines) + "\n"
                + text.substring(to);
        Files.writeString(file, text);
    }
}
