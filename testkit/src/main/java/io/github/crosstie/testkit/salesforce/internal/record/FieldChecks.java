package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every record has to pass, field by field: rights, requirements, lengths, forms, references, uniqueness. */
final class FieldChecks {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>()]+@[^@\\s,;<>()]+\\.[^@\\s,;<>().]{2,}");

    private final Database database;

    FieldChecks(Database database) {
        this.database = database;
    }

    /** Schema and field-level security. A test that acts as a person may also say what only the system writes otherwise. */
    void rights(ObjectDefinition object, Map<FieldDefinition, ?> changes, boolean creating, Actor actor) {
        List<String> refused = changes.keySet().stream()
                .filter(field -> !actor.person())
                .filter(field -> !(creating ? field.createable() : field.updateable())
                        || !database.permissions().edits(object, field))
                .map(FieldDefinition::name)
                .toList();
        if (!refused.isEmpty()) {
            throw new Refusal(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", refused)
                            + ". Please check the security settings of this field and verify that it is read/write for"
                            + " your profile or permission set.",
                    refused);
        }
    }

    void required(StoredRow row) {
        List<String> missing = row.object().fields().stream()
                .filter(field -> field.is(FieldTrait.REQUIRED) && row.get(field) == null)
                .map(FieldDefinition::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: [" + String.join(", ", missing) + "]",
                    missing);
        }
    }

    void form(FieldDefinition field, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return;
        }
        if (field.length() > 0 && text.length() > field.length()) {
            throw new Refusal(
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: " + text + " (max length=" + field.length() + ")",
                    field.name());
        }
        if (field.type() == FieldType.EMAIL && !ADDRESS.matcher(text).matches()) {
            throw new Refusal(
                    "INVALID_EMAIL_ADDRESS", field.label() + ": invalid email address: " + text, field.name());
        }
        if (!field.values().isEmpty() && !field.values().contains(text)) {
            throw new Refusal(
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field.label() + ": bad value for restricted picklist field: " + text,
                    field.name());
        }
    }

    /** A record that is referred to must be there and in sight, and an owner active; people may refer to what is gone. */
    void reference(ObjectDefinition object, FieldDefinition field, @Nullable Object value, Actor actor) {
        if (field.type() != FieldType.REFERENCE || value == null || actor.person()) {
            return;
        }
        String id = value.toString();
        Optional<ObjectDefinition> target = database.schema().ofId(id);
        if (target.isEmpty() || !field.referenceTo().contains(target.get().name())) {
            throw new Refusal(
                    "FIELD_INTEGRITY_EXCEPTION", field.label() + ": id value of incorrect type: " + id, field.name());
        }
        StoredRow row = database.table(target.get()).find(id);
        if (row == null || row.deleted()) {
            throw new Refusal("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field.name());
        }
        if (!database.permissions().sees(row)) {
            throw new Refusal(
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "insufficient access rights on cross-reference id",
                    field.name());
        }
        if (field.name().equals("OwnerId") && row.object().name().equals("User") && !row.flag("IsActive")) {
            throw new Refusal(
                    "INACTIVE_OWNER_OR_USER",
                    "operation performed with inactive user [" + id + "] as owner of " + object.name(),
                    field.name());
        }
    }

    void unique(StoredRow row, FieldDefinition field) {
        Object value = row.get(field);
        if (!field.is(FieldTrait.UNIQUE) || value == null) {
            return;
        }
        database.table(row.object()).idsBy(field, value).stream()
                .filter(id -> !id.equals(row.id()))
                .findFirst()
                .ifPresent(id -> {
                    throw new Refusal(
                            "DUPLICATE_VALUE",
                            "duplicate value found: " + field.name() + " duplicates value on record with id: " + id,
                            field.name());
                });
    }
}
