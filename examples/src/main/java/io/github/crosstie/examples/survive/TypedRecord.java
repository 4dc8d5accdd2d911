package io.github.crosstie.examples.survive;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.EnumMap;
import java.util.Map;

/** What people typed into one record, wherever they did, and when they did last. Not thread-safe. */
final class TypedRecord {

    /** An edit: where, and after how many rounds had begun. */
    private record Edit(Side side, int after) {}

    private final ItemKind kind;
    private final Map<KeptValue, String> values = new EnumMap<>(KeptValue.class);
    private final Map<KeptValue, Edit> edits = new EnumMap<>(KeptValue.class);

    TypedRecord(ItemKind kind) {
        this.kind = kind;
    }

    ItemKind kind() {
        return kind;
    }

    String name() {
        return values.getOrDefault(KeptValue.name(kind), "");
    }

    /** What both servers must hold in the end. */
    Map<KeptValue, String> values() {
        return Map.copyOf(values);
    }

    void typed(Side side, Map<KeptValue, String> typed, int after) {
        typed.forEach((value, text) -> {
            values.put(value, text);
            edits.put(value, new Edit(side, after));
        });
    }

    /**
     * Whether a value may be typed on a side, so that it is known which one stays: while the CRM's last value may still be on its way,
     * the mailbox's would lose or win by which of them the engine sees first. The CRM's always stays (S3).
     */
    boolean mayType(Side side, KeptValue value, int settled) {
        Edit last = edits.get(value);
        return side == Side.CRM || last == null || last.side() == Side.MAIL || last.after() < settled;
    }

    /** Whether a whole round has seen all of it. */
    boolean isSettled(int settled) {
        return edits.values().stream().allMatch(edit -> edit.after() < settled);
    }
}
