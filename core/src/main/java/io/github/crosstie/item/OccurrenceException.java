package io.github.crosstie.item;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one occurrence of a series has of its own: the fields in which it differs from the series, and nothing else. A field that
 * it does not name is that of the series. Immutable; {@link #toString} names the fields alone, as values are personal data.
 *
 * @param changed the fields that have another value in this occurrence; of an event, and never those that make a series
 * @param cleared the fields that the series has and this occurrence has not; none of them among the changed ones
 */
public record OccurrenceException(Item changed, SortedSet<Field<?>> cleared) {

    /**
     * Copies the fields and checks them.
     *
     * @throws IllegalArgumentException if a field is not one of an event, makes a series, or is both changed and cleared
     */
    public OccurrenceException {
        Objects.requireNonNull(changed, "changed");
        cleared = Collections.unmodifiableSortedSet(new TreeSet<>(cleared));
        if (changed.kind() != ItemKind.EVENT) {
            throw new IllegalArgumentException(
                    "an exception of a series was made of a " + changed.kind() + "; make it of an event");
        }
        for (Field<?> field : cleared) {
            if (field.kind() != ItemKind.EVENT || changed.value(field) != null) {
                throw new IllegalArgumentException("exception of a series clears '" + field
                        + "', which is not a field of events or is changed as well; leave it out of one of the two");
            }
        }
        changed.values().keySet().forEach(OccurrenceException::requireOwn);
        cleared.forEach(OccurrenceException::requireOwn);
    }

    private static void requireOwn(Field<?> field) {
        if (field.type().makesSeries()) {
            throw new IllegalArgumentException(
                    "exception of a series has a '" + field + "' of its own; only the series itself can have one");
        }
    }

    /**
     * An exception that changes some fields and clears none.
     *
     * @param changed the fields with their values in this occurrence
     * @return the exception
     */
    public static OccurrenceException of(Item changed) {
        return new OccurrenceException(changed, new TreeSet<>());
    }

    /**
     * The same, with a field that has another value in this occurrence or none.
     *
     * @param field a field of events
     * @param value its value in this occurrence, or null if it has none there
     * @return a changed copy
     */
    public OccurrenceException with(Field<?> field, @Nullable Object value) {
        Item with = changed.toBuilder().put(field, value).build();
        SortedSet<Field<?>> without = new TreeSet<>(cleared);
        if (with.value(field) == null) {
            without.add(field);
        } else {
            without.remove(field);
        }
        return new OccurrenceException(with, without);
    }

    /**
     * The same, with a field that is that of the series again.
     *
     * @param field a field of events
     * @return a changed copy
     */
    public OccurrenceException inheriting(Field<?> field) {
        SortedSet<Field<?>> without = new TreeSet<>(cleared);
        without.remove(field);
        return new OccurrenceException(changed.toBuilder().clear(field).build(), without);
    }

    /**
     * The fields in which the occurrence differs.
     *
     * @return changed and cleared ones, in the fields' order
     */
    public Set<Field<?>> fields() {
        SortedSet<Field<?>> all = new TreeSet<>(changed.values().keySet());
        all.addAll(cleared);
        return Collections.unmodifiableSortedSet(all);
    }

    /**
     * Whether the occurrence differs in nothing.
     *
     * @return true if it is as the series has it
     */
    public boolean isEmpty() {
        return changed.values().isEmpty() && cleared.isEmpty();
    }

    /**
     * The whole occurrence.
     *
     * @param series the series
     * @return the series' fields, without those that make it a series, under this exception's
     */
    public Item appliedTo(Item series) {
        Item.Builder occurrence = series.toBuilder();
        series.values().keySet().stream()
                .filter(field -> field.type().makesSeries())
                .forEach(occurrence::clear);
        changed.values().forEach(occurrence::put);
        cleared.forEach(occurrence::clear);
        return occurrence.build();
    }

    @Override
    public String toString() {
        return "OccurrenceException" + fields();
    }
}
