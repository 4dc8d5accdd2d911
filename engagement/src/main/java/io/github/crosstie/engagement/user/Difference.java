package io.github.crosstie.engagement.user;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what the values of a user differ from those wanted, field by field. Immutable.
 *
 * @param changes the changes, in the order of the fields
 */
public record Difference(Map<UserField, ValueChange> changes) {

    /** No difference. */
    public static final Difference NONE = new Difference(Map.of());

    /** Copies the map. */
    public Difference {
        Map<UserField, ValueChange> copy = new EnumMap<>(UserField.class);
        copy.putAll(changes);
        changes = Collections.unmodifiableMap(copy);
    }

    /**
     * Compares some fields.
     *
     * @param before the values that are there
     * @param after the values wanted
     * @param fields the fields to compare; others are left alone
     * @return the difference
     */
    public static Difference between(UserValues before, UserValues after, Set<UserField> fields) {
        @Nullable Map<UserField, ValueChange> found = null;
        for (UserField field : fields) {
            @Nullable String old = before.value(field);
            @Nullable String wanted = after.value(field);
            if (!Objects.equals(old, wanted)) {
                found = found == null ? new EnumMap<>(UserField.class) : found;
                found.put(field, new ValueChange(old, wanted));
            }
        }
        return found == null ? NONE : new Difference(found);
    }

    /**
     * The change of one field.
     *
     * @param field the field
     * @param before the value before; null for none
     * @param after the value after; null for none
     * @return the difference
     */
    public static Difference of(UserField field, @Nullable String before, @Nullable String after) {
        return new Difference(Map.of(field, new ValueChange(before, after)));
    }

    /**
     * Whether there is none.
     *
     * @return true if nothing differs
     */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * The change of a field.
     *
     * @param field the field
     * @return the change, or empty if it does not differ
     */
    public Optional<ValueChange> get(UserField field) {
        return Optional.ofNullable(changes.get(field));
    }

    /**
     * The same without one field.
     *
     * @param field the field
     * @return a smaller copy, or this if the field does not differ
     */
    public Difference without(UserField field) {
        if (!changes.containsKey(field)) {
            return this;
        }
        Map<UserField, ValueChange> rest = new EnumMap<>(changes);
        rest.remove(field);
        return new Difference(rest);
    }

    /**
     * The way back.
     *
     * @return the difference from after to before
     */
    public Difference inverse() {
        Map<UserField, ValueChange> back = new EnumMap<>(UserField.class);
        changes.forEach((field, change) -> back.put(field, change.inverse()));
        return new Difference(back);
    }

    /**
     * Whether values are what the difference presumes them to be.
     *
     * @param values the values that are there
     * @return true if each field has its value of before
     */
    public boolean startsFrom(UserValues values) {
        return changes.entrySet().stream()
                .allMatch(entry -> Objects.equals(
                        values.value(entry.getKey()), entry.getValue().before()));
    }

    /**
     * Whether values are already what the difference makes of them.
     *
     * @param values the values that are there
     * @return true if each field has its value of after
     */
    public boolean isMadeIn(UserValues values) {
        return changes.entrySet().stream()
                .allMatch(entry -> Objects.equals(
                        values.value(entry.getKey()), entry.getValue().after()));
    }

    /**
     * What becomes of values.
     *
     * @param values the values that are there
     * @return the values with those of after
     */
    public UserValues applyTo(UserValues values) {
        UserValues made = values;
        for (Map.Entry<UserField, ValueChange> entry : changes.entrySet()) {
            made = made.with(entry.getKey(), entry.getValue().after());
        }
        return made;
    }

    /** The fields alone, as the values are personal data. */
    @Override
    public String toString() {
        return "Difference" + changes.keySet();
    }
}
