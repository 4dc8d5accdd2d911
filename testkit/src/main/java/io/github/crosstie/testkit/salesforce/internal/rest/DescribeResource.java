package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldTrait;
import io.github.crosstie.testkit.salesforce.internal.record.FieldType;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;

/** {@code sobjects}, {@code sobjects/Contact} and {@code sobjects/Contact/describe}: what is there and in sight. */
final class DescribeResource implements Resource {

    private static final int LONGEST_FILTERABLE = 255;

    private final Database database;
    private final RecordBody body;

    DescribeResource(Database database) {
        this.database = database;
        body = new RecordBody(database);
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        if (!request.method().equals("GET")) {
            throw request.methodRefused("GET", "HEAD");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (request.path().size() == 1) {
            json.put("encoding", "UTF-8").put("maxBatchSize", 200);
            ArrayNode objects = json.putArray("sobjects");
            database.schema().objects().stream()
                    .filter(database.permissions()::sees)
                    .forEach(object -> describe(objects.addObject(), object, request.base()));
            return ApiResponse.of(200, json);
        }
        ObjectDefinition object = body.object(request.part(1));
        if (request.path().size() == 2) {
            describe(json.putObject("objectDescribe"), object, request.base());
            json.putArray("recentItems");
            return ApiResponse.of(200, json);
        }
        describe(json, object, request.base());
        ArrayNode children = json.putArray("childRelationships");
        object.children()
                .forEach(child -> children.addObject()
                        .put("relationshipName", child.name())
                        .put("childSObject", child.object())
                        .put("field", child.field())
                        .put("cascadeDelete", child.cascades()));
        ArrayNode fields = json.putArray("fields");
        object.fields().stream()
                .filter(field -> database.permissions().sees(object, field))
                .forEach(field -> describe(fields.addObject(), object, field));
        return ApiResponse.of(200, json);
    }

    private void describe(ObjectNode json, ObjectDefinition object, String base) {
        boolean edits = database.permissions().edits(object);
        String place = base + "/sobjects/" + object.name();
        json.put("name", object.name())
                .put("label", object.name())
                .put("labelPlural", object.pluralLabel())
                .put("keyPrefix", object.keyPrefix())
                .put("custom", object.name().endsWith("__c"))
                .put("createable", edits && object.can(ObjectDefinition.Ability.CREATE))
                .put("updateable", edits && object.can(ObjectDefinition.Ability.UPDATE))
                .put("deletable", edits && object.can(ObjectDefinition.Ability.DELETE))
                .put("undeletable", edits && object.can(ObjectDefinition.Ability.BIN))
                .put("queryable", true)
                .put("retrieveable", true)
                .put("replicateable", true);
        json.putObject("urls")
                .put("sobject", place)
                .put("describe", place + "/describe")
                .put("rowTemplate", place + "/{ID}");
    }

    private void describe(ObjectNode json, ObjectDefinition object, FieldDefinition field) {
        boolean edits = database.permissions().edits(object, field);
        boolean shortEnough = field.type() != FieldType.TEXTAREA || field.length() <= LONGEST_FILTERABLE;
        json.put("name", field.name())
                .put("label", field.label())
                .put("type", field.type().label())
                .put("soapType", field.type().soapType())
                .put("length", field.type().isId() ? 18 : field.length())
                .put("nillable", !field.is(FieldTrait.REQUIRED) && field.type() != FieldType.BOOLEAN)
                .put("createable", edits && field.createable())
                .put("updateable", edits && field.updateable())
                .put(
                        "defaultedOnCreate",
                        field.type() == FieldType.BOOLEAN || field.name().equals("OwnerId"))
                .put("custom", field.is(FieldTrait.CUSTOM))
                .put("externalId", field.is(FieldTrait.EXTERNAL_ID))
                .put("idLookup", field.is(FieldTrait.EXTERNAL_ID) || field.type() == FieldType.ID)
                .put("unique", field.is(FieldTrait.UNIQUE))
                .put("caseSensitive", field.is(FieldTrait.CASE_SENSITIVE))
                .put("filterable", shortEnough)
                .put("sortable", shortEnough)
                .put("restrictedPicklist", !field.values().isEmpty())
                .put("relationshipName", field.relationshipName());
        ArrayNode references = json.putArray("referenceTo");
        field.referenceTo().forEach(references::add);
        ArrayNode values = json.putArray("picklistValues");
        field.values()
                .forEach(value -> values.addObject()
                        .put("value", value)
                        .put("label", value)
                        .put("active", true));
    }
}
