package io.github.crosstie.directory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list of rows in chunks: a changed copy shares every chunk in which nothing changed, so that a snapshot of a
 * million users costs a few kilobytes more than the one before.
 */
final class Column<T> {

    static final int CHUNK = 256;

    private final @Nullable Object[][] chunks;
    private final int size;

    private Column(@Nullable Object[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    static <T> Column<T> empty() {
        return new Column<>(new Object[0][], 0);
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only values of T come in by with()
    @Nullable
    T get(int row) {
        return row < size ? (T) chunks[row / CHUNK][row % CHUNK] : null;
    }

    /** This column with other rows; a row beyond the end makes it longer. */
    Column<T> with(Map<Integer, T> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        int newSize = size;
        for (int row : rows.keySet()) {
            newSize = Math.max(newSize, row + 1);
        }
        @Nullable Object[][] copy = Arrays.copyOf(chunks, (newSize + CHUNK - 1) / CHUNK);
        for (int chunk = chunks.length; chunk < copy.length; chunk++) {
            copy[chunk] = new Object[CHUNK];
        }
        rows.forEach((row, value) -> {
            int chunk = row / CHUNK;
            if (chunk < chunks.length && copy[chunk] == chunks[chunk]) {
                copy[chunk] = chunks[chunk].clone();
            }
            copy[chunk][row % CHUNK] = value;
        });
        return new Column<>(copy, newSize);
    }

    /** Whether the chunk that holds a row is the very same in both columns. */
    boolean sharesChunk(Column<T> other, int row) {
        return sharesChunkAt(other, row / CHUNK);
    }

    private boolean sharesChunkAt(Column<T> other, int chunk) {
        return chunk < chunks.length && chunk < other.chunks.length && chunks[chunk] == other.chunks[chunk];
    }

    /** Adds the rows that hold something else than in an earlier column, and those that it does not have. */
    void addDifferences(Column<T> earlier, BitSet into) {
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            if (!sharesChunkAt(earlier, chunk)) {
                addDifferences(chunk, earlier, into);
            }
        }
    }

    /** Most of a copied chunk is the very same objects, which need not be looked into. */
    private void addDifferences(int chunk, Column<T> earlier, BitSet into) {
        int first = chunk * CHUNK;
        int end = Math.min(CHUNK, size - first);
        int known = Math.max(0, Math.min(end, earlier.size - first));
        @Nullable Object[] now = chunks[chunk];
        @Nullable Object[] before = known == 0 ? now : earlier.chunks[chunk];
        for (int at = 0; at < known; at++) {
            if (now[at] != before[at] && !Objects.equals(now[at], before[at])) {
                into.set(first + at);
            }
        }
        into.set(first + known, first + end);
    }
}
