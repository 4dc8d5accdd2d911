package io.github.crosstie.configuration;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a record must meet to be in scope (S10, S14). All filters of a kind must hold. Leaving the filter is
 * neither a deletion nor lost access.
 *
 * @param side whose record is looked at
 * @param field a field of text or of a set of texts
 * @param operator how to compare
 * @param values what to compare with; empty for {@code PRESENT} and {@code ABSENT}. Compared exactly, case included
 */
public record Filter(Side side, Field<?> field, Operator operator, Set<String> values) {

    /** How a filter compares. */
    public enum Operator {
        /** The field has one of the values; a set-valued field has one of them among its own. */
        IN,
        /** The field has none of the values. */
        NOT_IN,
        /** The text starts with one of the values. */
        STARTS_WITH,
        /** The text contains one of the values. */
        CONTAINS,
        /** The field has a value. */
        PRESENT,
        /** The field has no value. */
        ABSENT
    }

    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException if the field is no text or the number of values does not fit the operator
     */
    public Filter {
        Objects.requireNonNull(side, "side");
        values = java.util.Collections.unmodifiableSet(new TreeSet<>(values));
        boolean unary = operator == Operator.PRESENT || operator == Operator.ABSENT;
        if (unary != values.isEmpty()) {
            throw new IllegalArgumentException("filter on " + field + ": " + operator
                    + (unary ? " takes no values" : " needs at least one value"));
        }
        boolean textual = switch (field.type()) {
            case TEXT, TEXT_SET -> true;
            case DATE, EVENT_TIME, SENSITIVITY, RECURRENCE, CANCELLED_OCCURRENCES, OCCURRENCE_EXCEPTIONS -> unary;
        };
        if (!textual) {
            throw new IllegalArgumentException("filter on " + field + ": " + operator
                    + " compares texts; use PRESENT or ABSENT for " + field.type());
        }
    }

    /**
     * Whether a record meets the condition.
     *
     * @param item a record of this filter's side
     * @return true if it is in scope as far as this filter is concerned
     */
    public boolean accepts(Item item) {
        @Nullable Object value = item.value(field);
        return switch (operator) {
            case PRESENT -> value != null;
            case ABSENT -> value == null;
            case IN -> texts(value).stream().anyMatch(values::contains);
            case NOT_IN -> texts(value).stream().noneMatch(values::contains);
            case STARTS_WITH ->
                texts(value).stream().anyMatch(text -> values.stream().anyMatch(text::startsWith));
            case CONTAINS ->
                texts(value).stream().anyMatch(text -> values.stream().anyMatch(text::contains));
        };
    }

    /** Names field and operator; the values may be personal data. */
    @Override
    public String toString() {
        return "Filter[" + side + " " + field + " " + operator + ", " + values.size() + " values]";
    }

    @SuppressWarnings("unchecked") // a TEXT_SET field holds texts alone, Item sees to that
    private static Set<String> texts(@Nullable Object value) {
        if (value == null) {
            return Set.of();
        }
        return value instanceof Set<?> set ? (Set<String>) set : Set.of((String) value);
    }
}
