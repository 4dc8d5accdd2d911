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
 * keep them apart. What a store remembers of an item may be {@linkplain HashedValue hashed}.
 *
 * <p>{@link #toString} shows the kind and the names of the set fields, never their values, which are personal data.
 */
public final class Item {

    private final ItemKind kind;
    private final FieldValues values;
    private final boolean hashed;

    private Item(ItemKind kind, FieldValues values, boolean hashed) {
        this.kind = kind;
        this.values = values;
        this.hashed = hashed;
    }

    /**
     * Starts a contact.
     *
     * @return an empty builder
     */
    public static Builder contact() {
        return new Builder(ItemKind.CONTACT, FieldValues.NONE.edit(), false);
    }

    /**
     * Starts an event.
     *
     * @return an empty builder
     */
    public static Builder event() {
        return new Builder(ItemKind.EVENT, FieldValues.NONE.edit(), false);
    }

    /**
     * Starts an item of a kind.
     *
     * @param kind the kind
     * @return an empty builder
     */
    public static Builder of(ItemKind kind) {
        return new Builder(Objects.requireNonNull(kind, "kind"), FieldValues.NONE.edit(), false);
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
     * @throws IllegalStateException if the value is not kept, and a {@link HashedValue} stands for it; {@link #value} tells
     */
    @SuppressWarnings("unchecked") // the builder let only values of the field's own type in, or hashed ones
    public <T> Optional<T> get(Field<T> field) {
        Object value = values.get(field);
        if (hashed && value instanceof HashedValue) {
            throw new IllegalStateException(
                    "field '" + field
                            + "' is known by its digest alone; ask for it by value(), and whether that matches what is looked for");
        }
        return Optional.ofNullable((T) value);
    }

    /**
     * The value of a field, for code that treats all fields alike.
     *
     * @param field the field
     * @return the value, or a {@link HashedValue} where it is not kept; null if not set
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
     * Whether a field holds a value, itself or by its digest.
     *
     * @param field the field
     * @param value a value, or null for none
     * @return true if the field has that value, or has none and null is asked for
     */
    public boolean holds(Field<?> field, @Nullable Object value) {
        Object own = values.get(field);
        return (hashed && own instanceof HashedValue known) ? known.matches(value) : Objects.equals(own, value);
    }

    /**
     * Whether this item holds just the values of another one, itself or by their digests.
     *
     * @param other another item
     * @return true if they are equal, but for what is hashed here
     */
    public boolean holds(Item other) {
        return hashed
                ? kind == other.kind
                        && values.size() == other.values.size()
                        && values.keySet().stream().allMatch(field -> holds(field, other.value(field)))
                : equals(other);
    }

    /**
     * Whether values of it are not kept, and {@link HashedValue}s stand for them.
     *
     * @return false for whatever a connector reads or is given
     */
    public boolean isHashed() {
        return hashed;
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder that holds this item's values
     */
    public Builder toBuilder() {
        return new Builder(kind, values.edit(), hashed);
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
        private boolean mayBeHashed;

        private Builder(ItemKind kind, FieldValues.Editor values, boolean mayBeHashed) {
            this.kind = kind;
            this.values = values;
            this.mayBeHashed = mayBeHashed;
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
         * @param value a value of the field's type, or a hashed one of that type, or null to clear it
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
                if (value instanceof HashedValue known && known.type() == field.type()) {
                    mayBeHashed = true;
                    values.put(field, known);
                    return this;
                }
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
            FieldValues built = values.values();
            return new Item(
                    kind, built, mayBeHashed && built.values().stream().anyMatch(HashedValue.class::isInstance));
        }
    }
}
