package io.github.crosstie.item;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by field, in the fields' order: two small arrays, as an item has few fields, and nearly everybody asks with the very field
 * that it was set by. Immutable, thread-safe.
 */
final class FieldValues extends AbstractMap<Field<?>, Object> {

    static final FieldValues NONE = new FieldValues(new Field<?>[0], new Object[0]);

    private final Field<?>[] fields;
    private final Object[] values;

    private FieldValues(Field<?>[] fields, Object[] values) {
        this.fields = fields;
        this.values = values;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        for (int at = 0; at < fields.length; at++) {
            if (fields[at] == key) {
                return values[at];
            }
        }
        int place = key instanceof Field<?> field ? place(fields, fields.length, field) : -1;
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return fields.length;
    }

    @Override
    public void forEach(BiConsumer<? super Field<?>, ? super Object> action) {
        for (int at = 0; at < fields.length; at++) {
            action.accept(fields[at], values[at]);
        }
    }

    @Override
    public Set<Map.Entry<Field<?>, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return fields.length;
            }

            @Override
            public Iterator<Map.Entry<Field<?>, Object>> iterator() {
                return new Entries();
            }
        };
    }

    /** Goes through the fields in their order. */
    private final class Entries implements Iterator<Map.Entry<Field<?>, Object>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < fields.length;
        }

        @Override
        public Map.Entry<Field<?>, Object> next() {
            if (next == fields.length) {
                throw new NoSuchElementException("no more fields");
            }
            return Map.entry(fields[next], values[next++]);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof FieldValues that)) {
            return super.equals(other);
        }
        for (int at = 0; at < fields.length; at++) {
            if (at >= that.fields.length
                    || fields[at].compareTo(that.fields[at]) != 0
                    || !values[at].equals(that.values[at])) {
                return false;
            }
        }
        return fields.length == that.fields.length;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Where a field is, or -1 less the place where it belongs. */
    private static int place(Field<?>[] fields, int size, Field<?> field) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = fields[middle].compareTo(field);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    /** Starts a changed copy. */
    Editor edit() {
        return new Editor(this);
    }

    /** Collects values. Not thread-safe. */
    static final class Editor {

        private static final int FIRST_ROOM = 8;

        private Field<?>[] fields;
        private Object[] values;
        private int size;

        private Editor(FieldValues start) {
            size = start.fields.length;
            fields = Arrays.copyOf(start.fields, Math.max(FIRST_ROOM, size + 1));
            values = Arrays.copyOf(start.values, fields.length);
        }

        /** Most fields come in their order. */
        private int place(Field<?> field) {
            return size == 0 || fields[size - 1].compareTo(field) < 0
                    ? -1 - size
                    : FieldValues.place(fields, size, field);
        }

        void put(Field<?> field, Object value) {
            Objects.requireNonNull(value, "value");
            int place = place(field);
            if (place >= 0) {
                values[place] = value;
                return;
            }
            place = -1 - place;
            if (size == fields.length) {
                fields = Arrays.copyOf(fields, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            System.arraycopy(fields, place, fields, place + 1, size - place);
            System.arraycopy(values, place, values, place + 1, size - place);
            fields[place] = field;
            values[place] = value;
            size++;
        }

        void remove(Field<?> field) {
            int place = place(field);
            if (place >= 0) {
                size--;
                System.arraycopy(fields, place + 1, fields, place, size - place);
                System.arraycopy(values, place + 1, values, place, size - place);
            }
        }

        FieldValues values() {
            return new FieldValues(Arrays.copyOf(fields, size), Arrays.copyOf(values, size));
        }
    }
}
