package io.github.crosstie.examples.survive;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Both servers, record by record and value by value, against what people typed. */
final class Comparison {

    private final List<String> faults = new ArrayList<>();
    private int items;
    private int lost;
    private int duplicated;

    static Comparison of(People people, Systems systems) {
        Comparison comparison = new Comparison();
        for (ItemKind kind : ItemKind.values()) {
            Map<String, TypedRecord> expected = people.expected(kind);
            comparison.items += expected.size();
            for (Side side : Side.values()) {
                comparison.compare(side, kind, expected, systems.records(side, kind));
            }
        }
        return comparison;
    }

    private void compare(Side side, ItemKind kind, Map<String, TypedRecord> expected, List<SeenRecord> there) {
        Map<String, List<SeenRecord>> found = new TreeMap<>();
        for (SeenRecord record : there) {
            String name = record.values().getOrDefault(KeptValue.name(kind), "(no name)");
            found.computeIfAbsent(name, none -> new ArrayList<>()).add(record);
        }
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            String where = side + " side, " + kind + " " + name + ": ";
            List<SeenRecord> copies = found.getOrDefault(name, List.of());
            TypedRecord typed = expected.get(name);
            if (typed == null) {
                duplicated += copies.size();
                faults.add(where + "nobody typed it, or it was deleted, but it is there");
            } else if (copies.isEmpty()) {
                lost++;
                faults.add(where + "is missing");
            } else {
                count(where, copies.size());
                compare(where, typed.values(), copies.get(0).values());
            }
        }
    }

    private void count(String where, int copies) {
        duplicated += copies - 1;
        if (copies > 1) {
            faults.add(where + "is there " + copies + " times");
        }
    }

    private void compare(String where, Map<KeptValue, String> typed, Map<KeptValue, String> there) {
        Set<KeptValue> values = new TreeSet<>(typed.keySet());
        values.addAll(there.keySet());
        boolean isWhole = true;
        for (KeptValue value : values) {
            String should = typed.getOrDefault(value, "");
            String is = there.getOrDefault(value, "");
            if (!should.equals(is)) {
                isWhole = false;
                faults.add(where + value + " is '" + is + "', typed was '" + should + "'");
            }
        }
        lost += isWhole ? 0 : 1;
    }

    boolean inStep() {
        return faults.isEmpty();
    }

    List<String> faults() {
        return faults;
    }

    String summary() {
        return (inStep() ? "in step: " : "NOT in step: ") + items + " items, " + lost + " lost, " + duplicated
                + " duplicated";
    }
}
