package io.github.crosstie.item;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One contact or event as values of fields: immutable, equal by content, without id or version (those belong to a side). A
 * field that is not set has no value; empty text and empty sets count as not set, because the systems on either end do not
 * keep them apart.
 *
 * <p>{@link #toString} shows the kind and the names of the set fields, never their values, which are personal data.
 */
public final class Item {

    private final ItemKind kind;
    private final FieldValues values;

    private Item(ItemKind kind, FieldValues values) {
        this.kind = kind;
        this.values = values;
    }

    /**
     * Starts a contact.
     *
     * @return an empty builder
     */
    public static Builder contact() {
        return new Builder(ItemKind.CONTACT, FieldValues.NONE.edit());
    }

    /**
     * Starts an event.
     *
     * @return an empty builder
     */
    public static Builder event() {
        return new Builder(ItemKind.EVENT, FieldValues.NONE.edit());
    }

    /**
     * Starts an item of a kind.
     *
     * @param kind the kind
     * @return an empty builder
     */
    public static Builder builder(ItemKind kind) {
        return new Builder(Objects.requireNonNull(kind, "kind"), FieldValues.NONE.edit());
    }

    /**
     * The kind.
     *
     * @return contact or event
     */
    public ItemKind kind() {
        return kind;
    }

    /**
     * The value of a field.
     *
     * @param field the field
     * @param <T> its type
     * @return the value, or empty if not set
     */
    @SuppressWarnings("unchecked") // the builder let only values of the field's own type in
    public <T> Optional<T> get(Field<T> field) {
        return Optional.ofNullable((T) values.get(field));
    }

    /**
     * The value of a field, for code that treats all fields alike.
     *
     * @param field the field
     * @return the value, or null if not set
     */
    public @Nullable Object value(Field<?> field) {
        return values.get(field);
    }

    /**
     * The set fields with their values, in the fields' order.
     *
     * @return an unmodifiable map
     */
    public Map<Field<?>, Object> values() {
        return values;
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder that holds this item's values
     */
    public Builder toBuilder() {
        return new Builder(kind, values.edit());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item that && kind == that.kind && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return kind + values.keySet().toString();
    }

    /** Collects the values of an item. Not thread-safe. */
    public static final class Builder {

        private final ItemKind kind;
        private final FieldValues.Editor values;

        private Builder(ItemKind kind, FieldValues.Editor values) {
            this.kind = kind;
            this.values = values;
        }

        /**
         * Sets a field.
         *
         * @param field a field of this item's kind
         * @param value its value; empty text and empty sets clear the field
         * @param <T> its type
         * @return this
         * @throws IllegalArgumentException if the field belongs to the other kind
         */
        public <T> Builder set(Field<T> field, T value) {
            return put(field, value);
        }

        /**
         * Sets or clears a field, for code that treats all fields alike.
         *
         * @param field a field of this item's kind
         * @param value a value of the field's type, or null to clear it
         * @return this
         * @throws IllegalArgumentException if the field belongs to the other kind or the value has another type
         */
        public Builder put(Field<?> field, @Nullable Object value) {
            if (field.kind() != kind) {
                throw new IllegalArgumentException(
                        "field '" + field + "' belongs to " + field.kind() + ", this item is a " + kind);
            }
            if (value == null || isEmpty(value)) {
                values.remove(field);
                return this;
            }
            if (!field.type().valueClass().isInstance(value)) {
                throw new IllegalArgumentException("field '" + field + "' takes "
                        + field.type().valueClass().getSimpleName() + ", not "
                        + value.getClass().getSimpleName());
            }
            values.put(field, value instanceof Set<?> set ? Collections.unmodifiableSet(texts(field, set)) : value);
            return this;
        }

        private static boolean isEmpty(Object value) {
            return value.equals("")
                    || (value instanceof Set<?> set && set.isEmpty())
                    || (value instanceof CancelledOccurrences cancelled && cancelled.isEmpty())
                    || (value instanceof OccurrenceExceptions exceptions && exceptions.isEmpty());
        }

        private static Set<String> texts(Field<?> field, Set<?> set) {
            TreeSet<String> sorted = new TreeSet<>();
            for (Object element : set) {
                if (!(element instanceof String text)) {
                    throw new IllegalArgumentException("field '" + field + "' takes a set of texts");
                }
                sorted.add(text);
            }
            return sorted;
        }

        /**
         * Clears a field.
         *
         * @param field the field
         * @return this
         */
        public Builder clear(Field<?> field) {
            return put(field, null);
        }

        /**
         * Makes the item.
         *
         * @return an immutable item
         */
        public Item build() {
            return new Item(kind, values.values());
        }
    }
}
