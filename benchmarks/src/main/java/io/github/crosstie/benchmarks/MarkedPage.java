package io.github.crosstie.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of which regions are measured. What stands between the marks of a region is replaced, all else is left as
 * people wrote it. A page that is not there begins with its title and the regions alone.
 */
final class MarkedPage {

    private final Path file;
    private String text;

    private MarkedPage(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * A page of a directory.
     *
     * @throws IllegalArgumentException if there is no such directory, or a page without the marks
     */
    static MarkedPage in(Path directory, String name, String title, List<String> regions) throws IOException {
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new IllegalArgumentException(
                    directory + " is no directory that can be written to; make it, or name another one");
        }
        Path file = directory.resolve(name);
        String text = Files.exists(file) ? Files.readString(file) : blank(title, regions);
        for (String region : regions) {
            int begin = text.indexOf(begin(region));
            if (begin < 0 || text.indexOf(end(region)) < begin) {
                throw new IllegalArgumentException(file + " has no place for what is measured; put " + begin(region)
                        + " and " + end(region) + " on lines of their own where it is to stand");
            }
        }
        return new MarkedPage(file, text);
    }

    private static String blank(String title, List<String> regions) {
        StringBuilder blank = new StringBuilder("# " + title + "\n");
        for (String region : regions) {
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

    /** Another file of the same directory. */
    Path sibling(String name) {
        return file.resolveSibling(name);
    }

    void replace(String region, List<String> lines) throws IOException {
        int from = text.indexOf(begin(region)) + begin(region).length();
        int to = text.indexOf(end(region), from);
        text = text.substring(0, from) + "\n" + String.join("\n", lines) + "\n" + text.substring(to);
        Files.writeString(file, text);
    }
}
