package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object: its fields, and what can be done with its records. Not thread-safe: the database's lock guards it. */
public final class ObjectDefinition {

    /** What can be done with records. */
    public enum Ability {
        /** They can be created. */
        CREATE,
        /** They can be edited. */
        UPDATE,
        /** They can be deleted. */
        DELETE,
        /** Deleted ones wait in the recycle bin. */
        BIN
    }

    /**
     * Records of another object that hang on this object's.
     *
     * @param name what a query calls them, such as {@code EventRelations}
     * @param object the other object
     * @param field its reference to this object
     * @param cascades whether they go when this object's record goes
     */
    public record Children(String name, String object, String field, boolean cascades) {}

    private final String name;
    private final String keyPrefix;
    private final Set<Ability> abilities;
    private final Map<String, FieldDefinition> fields = new LinkedHashMap<>();
    private final List<Children> children = new ArrayList<>();

    ObjectDefinition(String name, String keyPrefix, Set<Ability> abilities) {
        this.name = name;
        this.keyPrefix = keyPrefix;
        this.abilities = abilities.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(abilities));
    }

    /** Its API name. */
    public String name() {
        return name;
    }

    /** The first three characters of its ids. */
    public String keyPrefix() {
        return keyPrefix;
    }

    /** Whether its records can be treated so. */
    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    /** Its fields in their order. */
    public Collection<FieldDefinition> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }

    /** The field of a name in any case; null if there is none. */
    public @Nullable FieldDefinition find(String field) {
        return fields.get(field.toLowerCase(Locale.ROOT));
    }

    /** A field that is known to be there. */
    public FieldDefinition field(String field) {
        FieldDefinition found = find(field);
        if (found == null) {
            throw new IllegalArgumentException("object " + name + " has no field " + field + "; declare it first");
        }
        return found;
    }

    /** Adds a field behind the others. */
    public FieldDefinition add(
            String field,
            FieldType type,
            int length,
            Set<FieldTrait> traits,
            List<String> referenceTo,
            List<String> values) {
        if (find(field) != null) {
            throw new IllegalArgumentException(
                    "object " + name + " has a field " + field + " already; declare it once");
        }
        FieldDefinition added = new FieldDefinition(fields.size(), field, type, length, traits, referenceTo, values);
        fields.put(field.toLowerCase(Locale.ROOT), added);
        return added;
    }

    void add(Children hanging) {
        children.add(hanging);
    }

    /** What hangs on its records. */
    public List<Children> children() {
        return Collections.unmodifiableList(children);
    }

    /** What people call several of its records. */
    public String pluralLabel() {
        return name + "s";
    }
}
