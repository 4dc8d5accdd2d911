package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import io.github.crosstie.testkit.salesforce.internal.soql.BoundQuery;
import io.github.crosstie.testkit.salesforce.internal.soql.SoqlQuery;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** {@code jobs/query}: Bulk API 2.0 queries, whose results are tables of commas, page by page. */
final class QueryJobResource implements Resource {

    private static final int DEFAULT_PAGE = 50_000;

    private final Database database;
    private final QueryJobs jobs;

    QueryJobResource(Database database, QueryJobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        if (request.path().size() == 2) {
            return create(request);
        }
        QueryJobs.Job job = jobs.find(request.part(2));
        if (request.path().size() == 4 && request.part(3).equals("results")) {
            return results(request, job);
        }
        return switch (request.method()) {
            case "GET" -> {
                job.look();
                yield ApiResponse.of(200, json(request, job, job.state()));
            }
            case "PATCH" -> {
                job.abort();
                yield ApiResponse.of(200, json(request, job, job.state()));
            }
            case "DELETE" -> {
                jobs.delete(job);
                yield ApiResponse.empty(204);
            }
            default -> throw request.methodRefused("GET", "PATCH", "DELETE");
        };
    }

    private ApiResponse create(ApiRequest request) {
        if (!request.method().equals("POST")) {
            throw request.methodRefused("GET", "POST");
        }
        ObjectNode json = request.object();
        String operation = json.path("operation").asText();
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            throw new Refusal("API_ERROR", "Unsupported operation: " + operation);
        }
        SoqlQuery query = SoqlQuery.parse(json.path("query").asText());
        if (query.counts() || query.offset() > 0) {
            throw new Refusal("API_ERROR", "COUNT and OFFSET are not supported by Bulk API 2.0");
        }
        BoundQuery bound = BoundQuery.bind(database, query, operation.equals("queryAll"));
        QueryJobs.Job job = jobs.create(bound, operation, request.actor().userId());
        return ApiResponse.of(200, json(request, job, "UploadComplete"));
    }

    private static ObjectNode json(ApiRequest request, QueryJobs.Job job, String state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", job.id)
                .put("operation", job.operation)
                .put("object", job.query.object().name())
                .put("createdById", job.createdBy)
                .put("createdDate", FieldValues.moment(job.createdAt))
                .put("systemModstamp", FieldValues.moment(job.createdAt))
                .put("state", state)
                .put("concurrencyMode", "Parallel")
                .put("contentType", "CSV")
                .put("apiVersion", (double) request.version())
                .put("lineEnding", "LF")
                .put("columnDelimiter", "COMMA");
        if (state.equals("JobComplete")) {
            json.put("numberRecordsProcessed", job.rows.size())
                    .put("retries", 0)
                    .put("totalProcessingTime", 0);
        }
        if (state.equals("Failed")) {
            json.put("errorMessage", job.failure());
        }
        return json;
    }

    private static ApiResponse results(ApiRequest request, QueryJobs.Job job) {
        if (!job.state().equals("JobComplete")) {
            throw new Refusal("INVALIDJOBSTATE", "Job is not complete: its state is " + job.state());
        }
        int size = size(request.parameters().getOrDefault("maxRecords", String.valueOf(DEFAULT_PAGE)));
        int from = offset(request.parameters().getOrDefault("locator", ""));
        List<StoredRow> rows = job.shown();
        int to = (int) Math.min((long) from + size, rows.size());
        List<StoredRow> page = rows.subList(Math.min(from, to), to);
        StringBuilder table = new StringBuilder(line(job.query.names()));
        page.forEach(row -> table.append(line(job.query.texts(row))));
        return ApiResponse.text(200, "text/csv", table.toString())
                .with("Sforce-Locator", to < rows.size() ? locator(to) : "null")
                .with("Sforce-NumberOfRecords", String.valueOf(page.size()));
    }

    private static String line(List<String> values) {
        return values.stream()
                .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String locator(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int size(String maxRecords) {
        if (!maxRecords.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal("API_ERROR", "maxRecords is no number of records: " + maxRecords);
        }
        return Integer.parseInt(maxRecords);
    }

    private static int offset(String locator) {
        if (locator.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            throw new Refusal("INVALID_LOCATOR", "The locator is not valid: " + locator);
        }
    }
}
