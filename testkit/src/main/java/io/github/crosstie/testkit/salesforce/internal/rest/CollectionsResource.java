package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Actor;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.RecordId;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code composite/sobjects}: up to 200 records in one request, each with an outcome of its own. */
final class CollectionsResource implements Resource {

    private static final int MOST_RECORDS = 200;

    private final Database database;
    private final RecordWriter writer;
    private final RecordBody body;
    private final ExternalIds externalIds;

    CollectionsResource(Database database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
        body = new RecordBody(database);
        externalIds = new ExternalIds(database);
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        if (request.path().size() == 4 && request.method().equals("PATCH")) {
            return upsert(request);
        }
        return switch (request.method()) {
            case "POST" -> write(request, record -> insert(record, request.actor()));
            case "PATCH" -> write(request, record -> update(record, request.actor()));
            case "DELETE" -> delete(request);
            default -> throw request.methodRefused("POST", "PATCH", "DELETE");
        };
    }

    private ApiResponse write(ApiRequest request, Function<ObjectNode, ObjectNode> action) {
        ObjectNode json = request.object();
        List<ObjectNode> records = new ArrayList<>();
        for (JsonNode record : json.path("records")) {
            if (!(record instanceof ObjectNode object)) {
                throw new Refusal("JSON_PARSER_ERROR", "a record has to be a JSON object");
            }
            records.add(object);
        }
        return each(records, json.path("allOrNone").asBoolean(), action);
    }

    private ApiResponse delete(ApiRequest request) {
        List<String> ids = Arrays.asList(request.parameter("ids").split(",", -1));
        boolean allOrNone = Boolean.parseBoolean(request.parameters().getOrDefault("allOrNone", "false"));
        return each(ids, allOrNone, id -> {
            StoredRow row = row(id.strip(), request.actor());
            writer.delete(row, request.actor());
            return RecordBody.saved(row.id());
        });
    }

    private ApiResponse upsert(ApiRequest request) {
        ObjectDefinition object = body.object(request.part(2));
        FieldDefinition field = externalIds.field(object, request.part(3));
        Set<Object> seen = new HashSet<>();
        return write(request, record -> {
            Map<FieldDefinition, @Nullable Object> values = body.read(object, withoutId(record));
            Object value = field.name().equals("Id") ? FieldValues.read(field, record.path("id")) : values.get(field);
            if (value == null) {
                throw new Refusal("MISSING_ARGUMENT", field.name() + " not specified", field.name());
            }
            if (!seen.add(field.key(value))) {
                throw new Refusal("DUPLICATE_VALUE", "Duplicate external id specified: " + value, field.name());
            }
            return upsert(object, field, value, values, request.actor());
        });
    }

    private ObjectNode upsert(
            ObjectDefinition object,
            FieldDefinition field,
            Object value,
            Map<FieldDefinition, @Nullable Object> values,
            Actor actor) {
        List<StoredRow> found = externalIds.find(object, field, value, actor);
        if (found.size() > 1) {
            throw new Refusal(
                    "DUPLICATE_EXTERNAL_ID",
                    "Entity is specified " + found.size() + " times by " + field.name(),
                    field.name());
        }
        StoredRow saved =
                found.isEmpty() ? writer.insert(object, values, actor) : writer.update(found.get(0), values, actor);
        return RecordBody.saved(saved.id()).put("created", found.isEmpty());
    }

    private ObjectNode insert(ObjectNode record, Actor actor) {
        String type = record.path("attributes").path("type").asText();
        ObjectDefinition object = database.schema().find(type);
        if (object == null || !database.permissions().sees(object)) {
            throw Refusal.noObject(type);
        }
        return RecordBody.saved(
                writer.insert(object, body.read(object, record), actor).id());
    }

    private ObjectNode update(ObjectNode record, Actor actor) {
        String id = record.path("id").asText(record.path("Id").asText());
        if (id.isEmpty()) {
            throw new Refusal("MISSING_ARGUMENT", "Id not specified in an update call", "Id");
        }
        StoredRow row = row(id, actor);
        writer.update(row, body.read(row.object(), withoutId(record)), actor);
        return RecordBody.saved(row.id());
    }

    private StoredRow row(String id, Actor actor) {
        ObjectDefinition object = RecordId.read(id)
                .flatMap(database.schema()::ofId)
                .orElseThrow(() -> new Refusal("MALFORMED_ID", "malformed id " + id, "Id"));
        try {
            return writer.find(object, id, actor);
        } catch (Refusal refusal) {
            throw refusal.code().equals("NOT_FOUND")
                    ? new Refusal("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id")
                    : refusal;
        }
    }

    private static ObjectNode withoutId(ObjectNode record) {
        ObjectNode rest = record.deepCopy();
        rest.remove(List.of("id", "Id"));
        return rest;
    }

    private <T> ApiResponse each(List<T> records, boolean allOrNone, Function<T, ObjectNode> action) {
        if (records.size() > MOST_RECORDS) {
            throw new Refusal(
                    "EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than 200 records into this call");
        }
        List<ObjectNode> results = new ArrayList<>();
        database.together(() -> {
            records.forEach(record -> results.add(outcome(record, action)));
            return !allOrNone || results.stream().allMatch(CollectionsResource::succeeded);
        });
        boolean rolledBack = allOrNone && !results.stream().allMatch(CollectionsResource::succeeded);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        results.forEach(result -> json.add(
                rolledBack && succeeded(result)
                        ? failed(new Refusal(
                                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                                "Record rolled back because not all records were valid and the request was using AllOrNone"
                                        + " header"))
                        : result));
        return ApiResponse.of(200, json);
    }

    /** A record that is no readable JSON spoils the whole request, as with the original. */
    private static <T> ObjectNode outcome(T record, Function<T, ObjectNode> action) {
        try {
            return action.apply(record);
        } catch (Refusal refusal) {
            if (refusal.code().equals("JSON_PARSER_ERROR")) {
                throw refusal;
            }
            return failed(refusal);
        }
    }

    private static boolean succeeded(ObjectNode result) {
        return result.path("success").asBoolean();
    }

    private static ObjectNode failed(Refusal refusal) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("success", false);
        ObjectNode error = json.putArray("errors").addObject();
        error.put("statusCode", refusal.code());
        error.put("message", refusal.text());
        ArrayNode fields = error.putArray("fields");
        refusal.fields().forEach(fields::add);
        return json;
    }
}
