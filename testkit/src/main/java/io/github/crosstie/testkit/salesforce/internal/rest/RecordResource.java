package io.github.crosstie.testkit.salesforce.internal.rest;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.Arrays;
import java.util.Collection;

/** {@code sobjects/Contact} takes new records; {@code sobjects/Contact/003…} is one of them. */
final class RecordResource implements Resource {

    private final RecordWriter writer;
    private final RecordBody body;

    RecordResource(Database database, RecordWriter writer) {
        this.writer = writer;
        body = new RecordBody(database);
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        ObjectDefinition object = body.object(request.part(1));
        if (request.path().size() == 2) {
            StoredRow created = writer.insert(object, body.read(object, request.object()), request.actor());
            return ApiResponse.of(201, RecordBody.saved(created.id())).with("Location", location(request, created));
        }
        StoredRow row = writer.find(object, request.part(2), request.actor());
        return switch (request.method()) {
            case "GET" -> get(request, row);
            case "PATCH" -> patch(request, row);
            case "DELETE" -> {
                writer.delete(row, request.actor()); // no condition: the original has none for deletions
                yield ApiResponse.empty(204);
            }
            default -> throw request.methodRefused("HEAD", "GET", "PATCH", "DELETE");
        };
    }

    /** A record, or as much of it as {@code fields} asks for. */
    ApiResponse get(ApiRequest request, StoredRow row) {
        if (!Precondition.modified(request, row)) {
            return ApiResponse.empty(304);
        }
        if (!Precondition.unmodified(request, row)) {
            return ApiResponse.empty(412);
        }
        String names = request.parameters().get("fields");
        Collection<FieldDefinition> fields = names == null
                ? row.object().fields()
                : Arrays.stream(names.split(",", -1))
                        .map(name -> body.field(row.object(), name.strip()))
                        .toList();
        return ApiResponse.of(200, body.write(row, fields, request.base()))
                .with("Last-Modified", Precondition.header(row));
    }

    /** An edit, unless somebody else was quicker and the request minds. */
    ApiResponse patch(ApiRequest request, StoredRow row) {
        if (!Precondition.unmodified(request, row)) {
            return ApiResponse.empty(412);
        }
        writer.update(row, body.read(row.object(), request.object()), request.actor());
        return ApiResponse.empty(204);
    }

    static String location(ApiRequest request, StoredRow row) {
        return request.base() + "/sobjects/" + row.object().name() + "/" + row.id();
    }
}
