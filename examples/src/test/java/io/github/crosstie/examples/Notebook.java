package io.github.crosstie.examples;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system that {@link NotebookConnector} connects: a list to which every save, by whomever, adds a line. Thread-safe. */
final class Notebook {

    private final List<Line> lines = new ArrayList<>();

    /** What was saved of a record. The line's number is the record's version; a line without item crosses the record out. */
    record Line(ItemId id, ItemVersion version, @Nullable Item item) {}

    /** Saves a record, a new one if no id is given. */
    synchronized Line save(@Nullable ItemId id, @Nullable Item item) {
        ItemId record = id == null ? new ItemId("record-" + lines.size()) : id;
        Line line = new Line(record, new ItemVersion("line-" + lines.size()), item);
        lines.add(line);
        return line;
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The last line about each record, those that are crossed out included. */
    synchronized Map<ItemId, Line> latest() {
        Map<ItemId, Line> latest = new LinkedHashMap<>();
        lines.forEach(line -> latest.put(line.id(), line));
        return latest;
    }
}
