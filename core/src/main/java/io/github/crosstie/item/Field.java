package io.github.crosstie.item;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A typed, named slot of an item. {@link ContactFields} and {@link EventFields} hold the standard ones; a host may make its
 * own. Two fields are equal if kind, name and type are.
 *
 * @param kind which kind of item it belongs to
 * @param name the name, in lower camel case, unique within the kind
 * @param type the type of its values
 * @param <T> the Java type of its values
 */
@SuppressWarnings("UnusedTypeParameter") // T types the values in Item.get and Item.Builder.set
public record Field<T>(ItemKind kind, String name, FieldType type) implements Comparable<Field<?>> {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]*");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is not a lower camel case identifier
     */
    public Field {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "field name '" + name + "': use a lower camel case identifier such as companyName");
        }
    }

    /**
     * A text field.
     *
     * @param kind which kind of item it belongs to
     * @param name its name
     * @return the field
     */
    public static Field<String> text(ItemKind kind, String name) {
        return new Field<>(kind, name, FieldType.TEXT);
    }

    /**
     * A date field.
     *
     * @param kind which kind of item it belongs to
     * @param name its name
     * @return the field
     */
    public static Field<LocalDate> date(ItemKind kind, String name) {
        return new Field<>(kind, name, FieldType.DATE);
    }

    /**
     * A set-valued text field: merged by additions and removals (S3).
     *
     * @param kind which kind of item it belongs to
     * @param name its name
     * @return the field
     */
    public static Field<Set<String>> textSet(ItemKind kind, String name) {
        return new Field<>(kind, name, FieldType.TEXT_SET);
    }

    @Override
    public int compareTo(Field<?> other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
