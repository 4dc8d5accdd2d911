package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.RecordId;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code composite/sobjects/Contact}: records by their ids, null in place of those that are not there. */
final class RetrieveResource implements Resource {

    private static final int MOST_RECORDS = 2000;

    private final Database database;
    private final RecordBody body;

    RetrieveResource(Database database) {
        this.database = database;
        body = new RecordBody(database);
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        ObjectDefinition object = body.object(request.part(2));
        return switch (request.method()) {
            case "GET" ->
                retrieve(
                        request,
                        object,
                        Arrays.asList(request.parameter("ids").split(",", -1)),
                        Arrays.asList(request.parameter("fields").split(",", -1)));
            case "POST" -> {
                ObjectNode json = request.object();
                yield retrieve(request, object, texts(json, "ids"), texts(json, "fields"));
            }
            default -> throw request.methodRefused("GET", "POST");
        };
    }

    private static List<String> texts(ObjectNode json, String field) {
        List<String> texts = new ArrayList<>();
        json.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private ApiResponse retrieve(ApiRequest request, ObjectDefinition object, List<String> ids, List<String> names) {
        if (ids.size() > MOST_RECORDS) {
            throw new Refusal(
                    "EXCEEDED_ID_LIMIT", "record limit reached. cannot retrieve more than 2000 records by this call");
        }
        List<FieldDefinition> fields =
                names.stream().map(name -> body.field(object, name.strip())).toList();
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        for (String id : ids) {
            StoredRow row = RecordId.read(id.strip())
                    .map(database.table(object)::find)
                    .filter(found -> !found.deleted() && database.permissions().sees(found))
                    .orElse(null);
            if (row == null) {
                records.addNull();
            } else {
                records.add(body.write(row, fields, request.base()));
            }
        }
        return ApiResponse.of(200, records);
    }
}
