package io.github.crosstie.report;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells as lines of text, each column as wide as its widest cell. */
final class TextTable {

    private TextTable() {}

    /** Adds a line for each row; the rows are of one length, the first one is the head. */
    static void add(StringBuilder text, List<List<String>> rows) {
        int columns = rows.get(0).size();
        List<Integer> widths = IntStream.range(0, columns)
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                text.append("  ").append(cell);
                if (column < columns - 1) {
                    text.append(" ".repeat(widths.get(column) - cell.length()));
                }
            }
            text.append('\n');
        }
    }
}
