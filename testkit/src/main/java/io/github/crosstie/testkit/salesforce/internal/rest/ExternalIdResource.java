package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sobjects/Contact/Key__c/value}: the record with that external id, made when it is not there yet. */
final class ExternalIdResource implements Resource {

    /** Since this version an update is answered by a body. */
    private static final int UPDATES_WITH_BODY = 46;

    private final RecordWriter writer;
    private final RecordResource records;
    private final RecordBody body;
    private final ExternalIds externalIds;

    ExternalIdResource(Database database, RecordWriter writer, RecordResource records) {
        this.writer = writer;
        this.records = records;
        body = new RecordBody(database);
        externalIds = new ExternalIds(database);
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        ObjectDefinition object = body.object(request.part(1));
        FieldDefinition field = externalIds.field(object, request.part(2));
        Object value = FieldValues.read(field, TextNode.valueOf(request.part(3)));
        if (value == null) {
            throw Refusal.notFound();
        }
        List<StoredRow> found = externalIds.find(object, field, value, request.actor());
        if (found.size() > 1) {
            return several(request, found);
        }
        return switch (request.method()) {
            case "GET" -> records.get(request, one(found));
            case "PATCH" -> found.isEmpty() ? create(request, object, field, value) : update(request, found.get(0));
            case "DELETE" -> {
                writer.delete(one(found), request.actor());
                yield ApiResponse.empty(204);
            }
            default -> throw request.methodRefused("HEAD", "GET", "PATCH", "DELETE");
        };
    }

    private ApiResponse create(ApiRequest request, ObjectDefinition object, FieldDefinition field, Object value) {
        Map<FieldDefinition, @Nullable Object> values = body.read(object, request.object());
        values.put(field, value);
        StoredRow created = writer.insert(object, values, request.actor());
        return ApiResponse.of(201, RecordBody.saved(created.id()).put("created", true))
                .with("Location", RecordResource.location(request, created));
    }

    private ApiResponse update(ApiRequest request, StoredRow row) {
        ApiResponse patched = records.patch(request, row);
        return patched.status() == 204 && request.version() >= UPDATES_WITH_BODY
                ? ApiResponse.of(200, RecordBody.saved(row.id()).put("created", false))
                : patched;
    }

    private static StoredRow one(List<StoredRow> found) {
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return found.get(0);
    }

    private static ApiResponse several(ApiRequest request, List<StoredRow> found) {
        ArrayNode places = JsonNodeFactory.instance.arrayNode();
        found.forEach(row -> places.add(RecordResource.location(request, row)));
        return ApiResponse.of(300, places);
    }
}
