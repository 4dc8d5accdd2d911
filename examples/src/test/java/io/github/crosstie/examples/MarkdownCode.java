package io.github.crosstie.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that a document shows, to be compared with the Java that runs. Indents do not count, nor do blank lines. */
final class MarkdownCode {

    private MarkdownCode() {}

    static List<List<String>> javaBlocks(Path document) throws IOException {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(document)) {
            if (line.equals("```java")) {
                inside = true;
            } else if (inside && line.equals("```")) {
                inside = false;
                blocks.add(block);
                block = new ArrayList<>();
            } else if (inside && !line.isBlank()) {
                block.add(line.strip());
            }
        }
        return blocks;
    }

    static List<String> lines(Path source) throws IOException {
        return Files.readAllLines(source).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The code alone, wherever its lines are broken and its comments begin. */
    static String dense(List<String> lines) {
        return String.join("", lines).replaceAll("\\s", "");
    }

    /** Whether code that is {@link #dense} has a block's lines one after the other, perhaps with others between them. */
    static boolean inOrder(String code, List<String> block) {
        int end = 0;
        for (String line : block) {
            String wanted = dense(List.of(line));
            int found = code.indexOf(wanted, end);
            if (found < 0) {
                return false;
            }
            end = found + wanted.length();
        }
        return true;
    }
}
