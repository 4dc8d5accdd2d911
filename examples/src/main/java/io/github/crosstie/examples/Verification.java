package io.github.crosstie.examples;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.examples.systems.Screen;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Sensitivity;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads both sides of every desk, record by record, as the library's connectors tell them and as the user sees them,
 * and compares both field by field with what was typed. Uses nothing of the library's own comparison.
 */
final class Verification {

    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private final Map<String, Integer> surplus = new LinkedHashMap<>();
    private int items;

    static Verification of(Iterable<Desk> desks) {
        Verification verification = new Verification();
        for (Desk desk : desks) {
            for (ItemKind kind : ItemKind.values()) {
                SortedMap<String, Map<Field<?>, Object>> expected = desk.typed().expected(kind);
                verification.items += expected.size();
                for (Side side : Side.values()) {
                    String where = "user " + desk.owner(Side.CRM) + ", " + side + " side, " + kind + " ";
                    verification.compare(where, readAll(desk.open(side, kind)), expected);
                    verification.compare(where, desk.screen(side, kind).items(), expected);
                }
            }
        }
        return verification;
    }

    /** Called once for each way to read a side: what is missing or wrong either way counts once. */
    private void compare(String where, List<Item> records, SortedMap<String, Map<Field<?>, Object>> expected) {
        Map<String, List<Item>> found = new TreeMap<>();
        for (Item item : records) {
            found.computeIfAbsent(Screen.name(item), none -> new ArrayList<>()).add(item);
        }
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            List<Item> copies = found.getOrDefault(name, List.of());
            Map<Field<?>, Object> values = expected.get(name);
            if (values == null) {
                surplus.merge(where + name, copies.size(), Math::max);
                faults.add(where + name + ": nobody typed it, or it was deleted, but it is there");
            } else if (copies.isEmpty()) {
                lost.add(where + name);
                faults.add(where + name + ": is missing");
            } else {
                if (copies.size() > 1) {
                    surplus.merge(where + name, copies.size() - 1, Math::max);
                    faults.add(where + name + ": is there " + copies.size() + " times");
                }
                compare(where + name, copies.get(0), values);
            }
        }
    }

    private void compare(String where, Item item, Map<Field<?>, Object> expected) {
        Set<Field<?>> fields = new TreeSet<>(expected.keySet());
        fields.addAll(item.values().keySet());
        if (item.value(EventFields.SENSITIVITY) == Sensitivity.NORMAL
                && !expected.containsKey(EventFields.SENSITIVITY)) {
            // An event that nobody has marked: Salesforce says so of each, a mailbox of none.
            fields.remove(EventFields.SENSITIVITY);
        }
        for (Field<?> field : fields) {
            @Nullable Object is = item.value(field);
            @Nullable Object should = expected.get(field);
            if (should == null ? is != null : !should.equals(is)) {
                lost.add(where);
                faults.add(where + ": " + field + " is " + is + ", typed was " + should);
            }
        }
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
        return List.copyOf(faults);
    }

    /** The quickstart's last line. */
    String summary() {
        return (inStep() ? "in step: " : "NOT in step: ") + items + " items, " + lost.size() + " lost, "
                + surplus.values().stream().mapToInt(Integer::intValue).sum() + " duplicated";
    }
}
