package io.github.crosstie.examples.house;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact, an event or a weekly series, as the person knows it who typed it. */
final class Entry {

    private final ItemKind kind;
    private final Side side;
    private final Map<Value, String> values = new EnumMap<>(Value.class);
    private final Set<Integer> cancelled = new HashSet<>();
    private final Map<Integer, String> rooms = new HashMap<>();
    private final int weeks;
    private @Nullable Span span;

    private Entry(ItemKind kind, Side side, Map<Value, String> values, @Nullable Span span, int weeks) {
        this.kind = kind;
        this.side = side;
        this.values.putAll(values);
        this.span = span;
        this.weeks = weeks;
    }

    static Entry contact(Side side, Map<Value, String> values) {
        return new Entry(ItemKind.CONTACT, side, values, null, 1);
    }

    static Entry event(Side side, String subject, Span span) {
        return series(side, subject, span, 1);
    }

    /** Once a week for some weeks. */
    static Entry series(Side side, String subject, Span span, int weeks) {
        return new Entry(ItemKind.EVENT, side, Map.of(Value.SUBJECT, subject), span, weeks);
    }

    ItemKind kind() {
        return kind;
    }

    /** Where it was typed first. */
    Side side() {
        return side;
    }

    String name() {
        return Objects.requireNonNull(values.get(Value.naming(kind)));
    }

    Map<Value, String> values() {
        return values;
    }

    int weeks() {
        return weeks;
    }

    /** When the first of it takes place. */
    Span span() {
        return Objects.requireNonNull(span);
    }

    Entry with(Value value, String text) {
        values.put(value, text);
        return this;
    }

    void move(Span other) {
        span = other;
    }

    void cancel(int week) {
        cancelled.add(week);
    }

    void moveTo(String room, int week) {
        rooms.put(week, room);
    }

    boolean isPlain(int week) {
        return !cancelled.contains(week) && !rooms.containsKey(week);
    }

    /** A line for the contact; a line for each time that the event takes place. */
    List<String> lines() {
        if (kind == ItemKind.CONTACT) {
            return List.of(line(values, null));
        }
        List<String> lines = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            if (!cancelled.contains(week)) {
                Map<Value, String> own = new EnumMap<>(values);
                String room = rooms.get(week);
                if (room != null) {
                    own.put(Value.LOCATION, room);
                }
                lines.add(line(own, span().later(week)));
            }
        }
        return lines;
    }

    /** How a record is told, wherever it was read. */
    static String line(Map<Value, String> values, @Nullable Span span) {
        return (span == null ? "" : span + " ") + new EnumMap<>(values);
    }
}
