package io.github.crosstie.examples;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.examples.systems.Screen;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads both sides of every desk, record by record, and compares them field by field with what was typed. Uses nothing of the
 * library's own comparison.
 */
final class Verification {

    private final List<String> faults = new ArrayList<>();
    private int items;
    private int lost;
    private int duplicated;

    static Verification of(Iterable<Desk> desks) {
        Verification verification = new Verification();
        for (Desk desk : desks) {
            for (ItemKind kind : ItemKind.values()) {
                SortedMap<String, Map<Field<?>, Object>> expected = desk.typed().expected(kind);
                verification.items += expected.size();
                for (Side side : Side.values()) {
                    verification.compare(desk, kind, side, expected);
                }
            }
        }
        return verification;
    }

    private void compare(Desk desk, ItemKind kind, Side side, SortedMap<String, Map<Field<?>, Object>> expected) {
        String where = "user " + desk.owner(Side.CRM) + ", " + side + " side, " + kind + " ";
        Map<String, List<Item>> found = new TreeMap<>();
        for (Item item : readAll(desk.open(side, kind))) {
            found.computeIfAbsent(Screen.name(item), none -> new ArrayList<>()).add(item);
        }
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            List<Item> copies = found.getOrDefault(name, List.of());
            Map<Field<?>, Object> values = expected.get(name);
            if (values == null) {
                duplicated += copies.size();
                faults.add(where + name + ": nobody typed it, or it was deleted, but it is there");
            } else if (copies.isEmpty()) {
                lost++;
                faults.add(where + name + ": is missing");
            } else {
                duplicated += copies.size() - 1;
                if (copies.size() > 1) {
                    faults.add(where + name + ": is there " + copies.size() + " times");
                }
                compare(where + name, copies.get(0), values);
            }
        }
    }

    private void compare(String where, Item item, Map<Field<?>, Object> expected) {
        Set<Field<?>> fields = new TreeSet<>(expected.keySet());
        fields.addAll(item.values().keySet());
        boolean whole = true;
        for (Field<?> field : fields) {
            @Nullable Object is = item.value(field);
            @Nullable Object should = expected.get(field);
            if (should == null ? is != null : !should.equals(is)) {
                whole = false;
                faults.add(where + ": " + field + " is " + is + ", typed was " + should);
            }
        }
        lost += whole ? 0 : 1;
    }

    private static List<Item> readAll(Endpoint endpoint) {
        Set<ItemId> ids = new LinkedHashSet<>();
        @Nullable Cursor cursor = null;
        boolean more = true;
        while (more) {
            ChangePage page = endpoint.changes(cursor);
            for (Change change : page.changes()) {
                if (change instanceof Change.Upserted upserted) {
                    ids.add(upserted.id());
                }
            }
            cursor = page.next();
            more = page.more();
        }
        List<Item> found = new ArrayList<>();
        List<ItemId> all = List.copyOf(ids);
        int batch = endpoint.capabilities().readBatch();
        for (int from = 0; from < all.size(); from += batch) {
            for (ReadOutcome outcome : endpoint.read(all.subList(from, Math.min(all.size(), from + batch)))) {
                if (outcome instanceof ReadOutcome.Found record) {
                    found.add(record.record().item());
                }
            }
        }
        return found;
    }

    boolean inStep() {
        return faults.isEmpty();
    }

    List<String> faults() {
        return faults;
    }

    /** The quickstart's last line. */
    String summary() {
        return (inStep() ? "in step: " : "NOT in step: ") + items + " items, " + lost + " lost, " + duplicated
                + " duplicated";
    }
}
