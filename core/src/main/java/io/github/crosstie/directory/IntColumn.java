package io.github.crosstie.directory;

import java.util.Arrays;
import java.util.Map;

/** As {@link Column}, for integers: rows that were never set read as -1. Immutable. */
final class IntColumn {

    private static final int CHUNK = Column.CHUNK;

    private final int[][] chunks;

    private IntColumn(int[][] chunks) {
        this.chunks = chunks;
    }

    static IntColumn empty() {
        return new IntColumn(new int[0][]);
    }

    int get(int row) {
        int chunk = row / CHUNK;
        return chunk < chunks.length ? chunks[chunk][row % CHUNK] : -1;
    }

    IntColumn with(Map<Integer, Integer> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        int length = chunks.length;
        for (int row : rows.keySet()) {
            length = Math.max(length, row / CHUNK + 1);
        }
        int[][] copy = Arrays.copyOf(chunks, length);
        for (int chunk = chunks.length; chunk < length; chunk++) {
            copy[chunk] = new int[CHUNK];
            Arrays.fill(copy[chunk], -1);
        }
        rows.forEach((row, value) -> {
            int chunk = row / CHUNK;
            if (chunk < chunks.length && copy[chunk] == chunks[chunk]) {
                copy[chunk] = chunks[chunk].clone();
            }
            copy[chunk][row % CHUNK] = value;
        });
        return new IntColumn(copy);
    }
}
