package io.github.crosstie.testkit.simulator;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Somebody of the real world, whose records both sides are to hold; and what people have done with these records. */
final class Entity {

    final String name;
    /** The how manieth it is. */
    final int number;
    /** All records that ever stood for it, by side. */
    final Map<Side, Set<ItemId>> records = new EnumMap<>(Side.class);
    /** Those of them that the engine made. */
    final Set<ItemId> made = new HashSet<>();
    /** Those of them that the engine made without having stored so. */
    final Set<ItemId> unbound = new HashSet<>();

    /** Whether the engine has stored a link of two of its records. */
    boolean linked;

    // Since the last time that both sides were in step:
    final Map<Side, Item> agreed = new EnumMap<>(Side.class);
    final List<Typed> typed = new ArrayList<>();
    final Map<Field<?>, Map<Side, Object>> lastTyped = new HashMap<>();
    final Set<Side> editedOn = EnumSet.noneOf(Side.class);
    final Set<Side> deletedOn = EnumSet.noneOf(Side.class);
    final Set<Field<?>> freed = new HashSet<>();
    final Set<String> added = new TreeSet<>();
    final Set<String> removed = new TreeSet<>();
    /** People acted on it while it was in doubt: whether it is there in the end is open. */
    boolean pardoned;
    /** A record of it is a copy, or was copied, the engine's mark included. */
    boolean copied;
    /** How many records more than one each side may have. */
    int copies;

    /** A person deleted a record of it and brought none back: it may go. */
    boolean mayGo;
    /** A person has deleted a record of it at any time: a store that was set back may take that for news. */
    boolean everDeleted;
    /** The engine may have made more than it has stored: its own duplicates may turn up. */
    boolean doubtful;
    /** Deleted for good. */
    boolean gone;

    Entity(int number) {
        this.number = number;
        name = "N" + number;
        for (Side side : Side.values()) {
            records.put(side, new TreeSet<>());
        }
    }

    Set<ItemId> on(Side side) {
        return records.getOrDefault(side, Set.of());
    }

    boolean inDoubt() {
        return doubtful || !unbound.isEmpty();
    }

    boolean isSettled() {
        return !inDoubt() && agreed.size() == 2;
    }

    /** The value that a record shows was seen by a person, who put something else in its place. */
    void replace(Field<?> field, @Nullable Object value) {
        for (Typed one : typed) {
            if (one.field.equals(field) && one.value.equals(value)) {
                one.replaced = true;
            }
        }
    }

    /** The engine wrote a value. */
    void carried(Side to, Field<?> field, Object value, Projections projections) {
        for (Typed one : typed) {
            if (one.side != to
                    && one.field.equals(field)
                    && projections.same(to.other(), field, one.value, to, value)) {
                one.carried = true;
            }
        }
    }

    /** Both sides are in step: what was typed before is history. */
    void agree(Map<Side, Item> items) {
        agreed.clear();
        agreed.putAll(items);
        typed.clear();
        lastTyped.clear();
        editedOn.clear();
        deletedOn.clear();
        freed.clear();
        added.clear();
        removed.clear();
        pardoned = false;
    }

    @Override
    public String toString() {
        return name;
    }
}
