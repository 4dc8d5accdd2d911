package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The option {@code $orderby}: by which texts a list is sorted, and which way. */
final class SortOrder {

    private final List<Key> keys;

    private SortOrder(List<Key> keys) {
        this.keys = keys;
    }

    /** Reads an order; an empty one leaves lists as they are. */
    static SortOrder read(String text) throws GraphRefusal {
        List<Key> keys = new ArrayList<>();
        for (String key : text.isBlank() ? List.<String>of() : List.of(text.split(",", -1))) {
            String[] words = key.strip().split("\\s+", -1);
            boolean descending = words.length == 2 && words[1].equalsIgnoreCase("desc");
            if (words.length > 2 || (words.length == 2 && !descending && !words[1].equalsIgnoreCase("asc"))) {
                throw new GraphRefusal(400, "BadRequest", "Invalid $orderby clause: Syntax error at '" + key + "'.");
            }
            keys.add(new Key(List.of(words[0].split("/", -1)), descending));
        }
        return new SortOrder(keys);
    }

    /** The rows in order; equal ones stay as they are. */
    <R extends Page.Row> List<R> of(List<R> rows) throws Refusal {
        if (keys.isEmpty()) {
            return rows;
        }
        List<Placed<R>> placed = new ArrayList<>();
        for (R row : rows) {
            JsonNode json = row.json();
            placed.add(new Placed<>(row, keys.stream().map(key -> key.of(json)).toList()));
        }
        for (int i = keys.size() - 1; i >= 0; i--) {
            placed.sort(byKey(i));
        }
        return placed.stream().map(Placed::row).toList();
    }

    private Comparator<Placed<?>> byKey(int index) {
        Comparator<Placed<?>> order =
                Comparator.comparing(row -> row.texts().get(index), String.CASE_INSENSITIVE_ORDER);
        return keys.get(index).descending() ? order.reversed() : order;
    }

    private record Key(List<String> path, boolean descending) {

        String of(JsonNode json) {
            JsonNode value = json;
            for (String name : path) {
                value = value.path(name);
            }
            return value.asText();
        }
    }

    private record Placed<R>(R row, List<String> texts) {}
}
