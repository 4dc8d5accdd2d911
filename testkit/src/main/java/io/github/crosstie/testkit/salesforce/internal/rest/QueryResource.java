package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import io.github.crosstie.testkit.salesforce.internal.soql.BoundQuery;
import io.github.crosstie.testkit.salesforce.internal.soql.SoqlQuery;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code query?q=…}, {@code queryAll?q=…} with deleted records, and the pages that follow. */
final class QueryResource implements Resource {

    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize=([0-9]{1,5})");
    private static final int SMALLEST_BATCH = 200;

    private final Database database;
    private final QueryCursors cursors;

    QueryResource(Database database, QueryCursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        if (!request.method().equals("GET")) {
            throw request.methodRefused("GET", "HEAD");
        }
        if (request.path().size() > 1) {
            return page(request, cursors.find(request.part(1)));
        }
        boolean deletedToo = request.part(0).equals("queryAll");
        BoundQuery query = BoundQuery.bind(database, SoqlQuery.parse(request.parameter("q")), deletedToo);
        List<StoredRow> rows = query.rows();
        if (query.counts()) {
            ObjectNode count = JsonNodeFactory.instance.objectNode();
            count.put("totalSize", rows.size()).put("done", true).putArray("records");
            return ApiResponse.of(200, count);
        }
        return page(request, cursors.keep(query, rows, pageSize(request)));
    }

    private ApiResponse page(ApiRequest request, QueryCursors.Place place) {
        int to = Math.min(place.from() + place.pageSize(), place.rows().size());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("totalSize", place.rows().size());
        json.put("done", to == place.rows().size());
        if (to < place.rows().size()) {
            json.put("nextRecordsUrl", request.base() + "/query/" + place.id() + "-" + to);
        }
        ArrayNode records = json.putArray("records");
        place.rows()
                .subList(place.from(), to)
                .forEach(row -> records.add(place.query().json(row, request.base())));
        return ApiResponse.of(200, json);
    }

    /** Clients may ask for smaller pages, down to 200. */
    private int pageSize(ApiRequest request) {
        Matcher size = BATCH_SIZE.matcher(request.headers().getOrDefault("Sforce-Query-Options", ""));
        return size.find()
                ? Math.min(cursors.pageSize(), Math.max(SMALLEST_BATCH, Integer.parseInt(size.group(1))))
                : cursors.pageSize();
    }
}
