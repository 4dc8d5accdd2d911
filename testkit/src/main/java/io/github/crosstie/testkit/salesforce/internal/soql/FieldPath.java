package io.github.crosstie.testkit.salesforce.internal.soql;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldType;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way from a record to a field, over records that it refers to. Bound to fields that are there and in sight. */
final class FieldPath {

    private static final Set<String> OF_ANY_OBJECT =
            Set.of("Who", "What", "Owner", "Relation", "UserOrGroup", "Related");

    private final Database database;
    private final List<FieldDefinition> references;
    private final ObjectDefinition owner; // of the last field, where it leads to one object alone
    private final @Nullable FieldDefinition last; // null: the name of the object that the record is one of

    private FieldPath(
            Database database,
            List<FieldDefinition> references,
            ObjectDefinition owner,
            @Nullable FieldDefinition last) {
        this.database = database;
        this.references = List.copyOf(references);
        this.owner = owner;
        this.last = last;
    }

    static FieldPath bind(Database database, ObjectDefinition object, String path) {
        List<String> names = List.of(path.split("\\.", -1));
        List<FieldDefinition> references = new ArrayList<>();
        List<ObjectDefinition> reached = List.of(object);
        for (String relation : names.subList(0, names.size() - 1)) {
            ObjectDefinition from = reached.get(0);
            FieldDefinition reference = visible(database, from).stream()
                    .filter(field -> relation.equalsIgnoreCase(field.relationshipName()))
                    .findFirst()
                    .orElseThrow(() -> Malformed.noRelation(from.name(), relation));
            references.add(reference);
            reached = reference.referenceTo().stream()
                    .map(database.schema()::object)
                    .filter(database.permissions()::sees)
                    .toList();
            if (reached.isEmpty()) {
                throw Malformed.noRelation(from.name(), relation);
            }
        }
        String name = names.get(names.size() - 1);
        if (name.equalsIgnoreCase("Type")
                && !references.isEmpty()
                && OF_ANY_OBJECT.contains(
                        String.valueOf(references.get(references.size() - 1).relationshipName()))) {
            return new FieldPath(database, references, reached.get(0), null);
        }
        for (ObjectDefinition candidate : reached) {
            FieldDefinition field = candidate.find(name);
            if (field != null && database.permissions().sees(candidate, field)) {
                return new FieldPath(database, references, candidate, field);
            }
        }
        throw Malformed.noColumn(reached.get(0).name(), name);
    }

    private static List<FieldDefinition> visible(Database database, ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> database.permissions().sees(object, field))
                .toList();
    }

    /** The references on the way. */
    List<FieldDefinition> references() {
        return references;
    }

    /** The name of what it leads to. */
    String name() {
        return last == null ? "Type" : last.name();
    }

    /** The name as a query would write it. */
    String fullName() {
        StringBuilder name = new StringBuilder();
        references.forEach(
                reference -> name.append(reference.relationshipName()).append('.'));
        return name + name();
    }

    /** The type of its values. */
    FieldType type() {
        return last == null ? FieldType.STRING : last.type();
    }

    /** How long its values may be. */
    int length() {
        return last == null ? 40 : last.length();
    }

    /** The record at the end of the way; null if a reference is empty or leads to nothing in sight. */
    @Nullable
    StoredRow follow(StoredRow row) {
        StoredRow reached = row;
        for (FieldDefinition reference : references) {
            reached = follow(reached, reference);
            if (reached == null) {
                return null;
            }
        }
        return reached;
    }

    /** One step of the way. */
    @Nullable
    StoredRow follow(StoredRow row, FieldDefinition reference) {
        Object id = row.get(reference);
        StoredRow found = id == null ? null : database.find(id.toString());
        return found == null || found.deleted() || !database.permissions().sees(found) ? null : found;
    }

    /** The value at the end of the way; null if there is none. */
    @Nullable
    Object value(StoredRow row) {
        StoredRow reached = follow(row);
        if (reached == null) {
            return null;
        }
        if (last == null) {
            return reached.object().name();
        }
        return reached.object() == owner ? reached.get(last) : reached.get(last.name());
    }

    /** What values are compared by. */
    Object key(Object value) {
        return last == null ? value : Objects.requireNonNull(last).key(value);
    }
}
