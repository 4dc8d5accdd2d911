package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Side;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What both sides make of values, and which values are one by that. */
record Projections(Projection crm, Projection mail) {

    private @Nullable Object on(Side side, Field<?> field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        Projection projection = side == Side.CRM ? crm : mail;
        Object held = Occasions.isPlace(field) ? Occasions.place(projection, value) : projection.project(field, value);
        return "".equals(held) ? null : held;
    }

    /** Whether a value of one side is what the other side can hold of its own value, or the other way round. */
    boolean same(Side side, Field<?> field, @Nullable Object value, Side otherSide, @Nullable Object other) {
        return Objects.equals(value, other)
                || Objects.equals(on(otherSide, field, value), other)
                || Objects.equals(on(side, field, other), value);
    }
}
