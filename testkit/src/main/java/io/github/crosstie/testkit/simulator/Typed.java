package io.github.crosstie.testkit.simulator;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;

/** A value that a person typed into a field, as the side holds it. It must not get lost. */
final class Typed {

    final Side side;
    final ItemId record;
    final Field<?> field;
    final Object value;
    /** A person saw it there and put something else in its place, or deleted the record with it. */
    boolean replaced;
    /** The engine has carried it to the other side. */
    boolean carried;

    Typed(Side side, ItemId record, Field<?> field, Object value) {
        this.side = side;
        this.record = record;
        this.field = field;
        this.value = value;
    }

    @Override
    public String toString() {
        return field + " '" + value + "' typed on " + side + " into " + record;
    }
}
