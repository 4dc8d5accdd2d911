package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object.
 *
 * @param at its place among the object's fields
 * @param name its API name
 * @param type its type
 * @param length how many characters it takes; 0 where that has no meaning
 * @param traits what is special about it
 * @param referenceTo the objects that a reference leads to
 * @param values the values of a restricted picklist; empty where any text goes
 */
public record FieldDefinition(
        int at,
        String name,
        FieldType type,
        int length,
        Set<FieldTrait> traits,
        List<String> referenceTo,
        List<String> values) {

    /** Copies the collections. */
    public FieldDefinition {
        traits = traits.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(traits));
        referenceTo = List.copyOf(referenceTo);
        values = List.copyOf(values);
    }

    /** Whether it has a trait. */
    public boolean is(FieldTrait trait) {
        return traits.contains(trait);
    }

    /** Whether a new record can have it. */
    public boolean createable() {
        return !is(FieldTrait.READ_ONLY);
    }

    /** Whether a record can be given another value of it. */
    public boolean updateable() {
        return createable() && !is(FieldTrait.CREATE_ONLY);
    }

    /** Whether records can be found by it. */
    public boolean isKey() {
        return is(FieldTrait.EXTERNAL_ID) || is(FieldTrait.UNIQUE);
    }

    /** What leads to the other record in a query, such as {@code Owner} for {@code OwnerId}; null if this is no reference. */
    public @Nullable String relationshipName() {
        if (type != FieldType.REFERENCE) {
            return null;
        }
        return name.endsWith("__c") ? name.substring(0, name.length() - 1) + "r" : name.replaceAll("Id$", "");
    }

    /** Two values that mean the same have the same key. */
    public Object key(Object value) {
        return value instanceof String text && type.isText() && !is(FieldTrait.CASE_SENSITIVE)
                ? text.toLowerCase(Locale.ROOT)
                : value;
    }

    /** What people call it: the words of its API name. */
    public String label() {
        return name.replaceAll("__c$", "").replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ');
    }
}
