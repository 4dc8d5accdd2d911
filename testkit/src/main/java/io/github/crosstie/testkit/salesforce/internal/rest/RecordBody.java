package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as JSON, in and out. */
final class RecordBody {

    private final Database database;

    RecordBody(Database database) {
        this.database = database;
    }

    /** An object that is there and in sight. */
    ObjectDefinition object(String name) {
        ObjectDefinition object = database.schema().find(name);
        if (object == null || !database.permissions().sees(object)) {
            throw new Refusal("NOT_FOUND", "The requested resource does not exist");
        }
        return object;
    }

    /** A field that is there and in sight. */
    FieldDefinition field(ObjectDefinition object, String name) {
        FieldDefinition field = object.find(name);
        if (field == null || !database.permissions().sees(object, field)) {
            throw new Refusal("INVALID_FIELD", "No such column '" + name + "' on sobject of type " + object.name());
        }
        return field;
    }

    /** What a client wants to write. */
    Map<FieldDefinition, @Nullable Object> read(ObjectDefinition object, ObjectNode json) {
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (entry.getKey().equals("attributes")) {
                continue;
            }
            FieldDefinition field = field(object, entry.getKey());
            if (field.name().equals("Id")) {
                throw new Refusal("INVALID_FIELD", "The Id field should not be specified in the sobject data.");
            }
            if (entry.getValue().isContainerNode()) {
                throw new Refusal(
                        "JSON_PARSER_ERROR",
                        "Cannot deserialize instance of " + field.type().label() + " from START_OBJECT");
            }
            values.put(field, FieldValues.read(field, entry.getValue()));
        }
        return values;
    }

    /** A record's fields, as far as they are in sight. */
    ObjectNode write(StoredRow row, Collection<FieldDefinition> fields, String base) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode attributes = json.putObject("attributes");
        attributes.put("type", row.object().name());
        attributes.put("url", base + "/sobjects/" + row.object().name() + "/" + row.id());
        fields.stream()
                .filter(field -> database.permissions().sees(row.object(), field))
                .forEach(field -> json.set(field.name(), FieldValues.json(row.get(field))));
        return json;
    }

    /** What a write of one record comes to. */
    static ObjectNode saved(String id) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("success", true);
        json.putArray("errors");
        return json;
    }
}
