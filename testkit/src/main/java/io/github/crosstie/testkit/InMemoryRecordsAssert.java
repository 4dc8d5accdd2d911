package io.github.crosstie.testkit;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.memory.InMemoryRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Sentences about what a system in memory holds of one user, see {@link SyncAssertions#assertThat(InMemoryRecords)}. A
 * failure shows ids and the names of fields that differ; values, which are personal data in earnest, only after {@link
 * #showingValues}.
 */
public final class InMemoryRecordsAssert extends AbstractAssert<InMemoryRecordsAssert, InMemoryRecords> {

    private boolean values;

    InMemoryRecordsAssert(InMemoryRecords actual) {
        super(actual, InMemoryRecordsAssert.class);
    }

    /**
     * Shows values too when a sentence that follows does not hold.
     *
     * @return this
     */
    public InMemoryRecordsAssert showingValues() {
        values = true;
        return this;
    }

    /**
     * There are so many records.
     *
     * @param records how many
     * @return this
     */
    public InMemoryRecordsAssert hold(int records) {
        if (items().size() != records) {
            failWithMessage("expected %s records, but there are %s: %s", records, items().size(), items().keySet());
        }
        return this;
    }

    /**
     * There are these records and no others, in any order, equal ones as often as they are given.
     *
     * @param expected their values
     * @return this
     */
    public InMemoryRecordsAssert holdsExactly(Item... expected) {
        return compared(List.of(expected), "the expected records");
    }

    /**
     * There is a record with an id, and it holds exactly these values.
     *
     * @param id the record
     * @param expected its values
     * @return this
     */
    public InMemoryRecordsAssert holds(ItemId id, Item expected) {
        Item held = items().get(id);
        if (held == null) {
            failWithMessage("expected a record %s, but there are only %s", id, items().keySet());
        } else if (!held.equals(expected)) {
            failWithMessage("expected other values of %s in %s", id, differences(held, expected));
        }
        return this;
    }

    /**
     * Both sides hold records with equal values, as many of each. For two sides that hold values as they are given.
     *
     * @param other the other side's records
     * @return this
     */
    public InMemoryRecordsAssert areInStepWith(InMemoryRecords other) {
        return compared(
                other.items().values(), "the other side's " + other.items().keySet());
    }

    private Map<ItemId, Item> items() {
        isNotNull();
        return actual.items();
    }

    private InMemoryRecordsAssert compared(Collection<Item> expected, String with) {
        Map<ItemId, Item> surplus = new LinkedHashMap<>(items());
        List<Item> missing = new ArrayList<>();
        for (Item item : expected) {
            surplus.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(item))
                    .findFirst()
                    .ifPresentOrElse(entry -> surplus.remove(entry.getKey()), () -> missing.add(item));
        }
        if (!surplus.isEmpty() || !missing.isEmpty()) {
            failWithMessage(
                    "%s are not in step with %s: %s has no counterpart, %s missing%s",
                    items().keySet(),
                    with,
                    surplus.isEmpty() ? "none" : surplus.keySet(),
                    missing.size(),
                    missing.stream().map(item -> nearest(item, surplus)).collect(Collectors.joining()));
        }
        return this;
    }

    private String nearest(Item missing, Map<ItemId, Item> surplus) {
        return surplus.entrySet().stream()
                .min(Comparator.comparingInt(
                        entry -> differing(entry.getValue(), missing).size()))
                .map(entry -> "\n  " + entry.getKey() + " differs from a missing one in "
                        + differences(entry.getValue(), missing))
                .orElse(values ? "\n  missing: " + missing.values() : "");
    }

    private String differences(Item held, Item expected) {
        return differing(held, expected).stream()
                .map(field -> values
                        ? field + " ('" + held.value(field) + "' instead of '" + expected.value(field) + "')"
                        : field.toString())
                .collect(Collectors.joining(", "));
    }

    private static SortedSet<Field<?>> differing(Item one, Item two) {
        SortedSet<Field<?>> fields = new TreeSet<>(one.values().keySet());
        fields.addAll(two.values().keySet());
        fields.removeIf(field -> Objects.equals(one.value(field), two.value(field)));
        return fields;
    }
}
