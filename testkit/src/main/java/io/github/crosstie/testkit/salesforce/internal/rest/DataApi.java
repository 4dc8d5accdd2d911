package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import java.util.List;

/** The whole API below {@code /services/data}: finds the resource of a request. Thread-safe: one request at a time. */
public final class DataApi {

    private static final int NEWEST_VERSION = 67;
    private static final int OLDEST_VERSION = 31;
    private static final List<String> RESOURCES =
            List.of("sobjects", "query", "queryAll", "composite", "jobs", "limits");

    private final Database database;
    private final Resource queries;
    private final Resource describes;
    private final RecordResource records;
    private final Resource externalIds;
    private final Resource changes;
    private final Resource series;
    private final Resource collections;
    private final Resource retrieval;
    private final Resource composites;
    private final Resource jobs;
    private final Resource limits;

    /** Over a database. */
    public DataApi(
            Database database, RecordWriter writer, QueryCursors cursors, QueryJobs queryJobs, RequestUsage usage) {
        this.database = database;
        queries = new QueryResource(database, cursors);
        describes = new DescribeResource(database);
        records = new RecordResource(database, writer);
        externalIds = new ExternalIdResource(database, writer, records);
        changes = new ChangesResource(database);
        series = new SeriesResource(database, writer);
        collections = new CollectionsResource(database, writer);
        retrieval = new RetrieveResource(database);
        composites = new CompositeResource(database, this::route);
        jobs = new QueryJobResource(database, queryJobs);
        limits = new LimitsResource(usage, queryJobs);
    }

    /** The versions that there are: the only thing that needs no session. */
    public static ApiResponse versions() {
        ArrayNode versions = JsonNodeFactory.instance.arrayNode();
        for (int version = OLDEST_VERSION; version <= NEWEST_VERSION; version++) {
            versions.addObject()
                    .put("label", "Version " + version)
                    .put("url", "/services/data/v" + version + ".0")
                    .put("version", version + ".0");
        }
        return ApiResponse.of(200, versions);
    }

    /** Answers a request; errors are answers too. */
    public ApiResponse answer(ApiRequest request) {
        synchronized (database) {
            try {
                return route(request);
            } catch (Refusal refusal) {
                return ApiResponse.of(refusal);
            }
        }
    }

    private ApiResponse route(ApiRequest request) {
        if (request.version() < OLDEST_VERSION || request.version() > NEWEST_VERSION) {
            throw Refusal.notFound();
        }
        ApiRequest asked = insisting(request);
        if (asked.path().isEmpty()) {
            return resources(asked);
        }
        return switch (asked.part(0)) {
            case "query", "queryAll" -> queries.answer(asked);
            case "sobjects" -> record(asked).answer(asked);
            case "composite" -> composite(asked).answer(asked);
            case "jobs" -> {
                if (asked.path().size() < 2 || !asked.part(1).equals("query")) {
                    throw Refusal.notFound();
                }
                yield jobs.answer(asked);
            }
            case "limits" -> limits.answer(asked);
            default -> throw Refusal.notFound();
        };
    }

    /** A header lets likely duplicates be saved. */
    private static ApiRequest insisting(ApiRequest request) {
        boolean insists = request.headers()
                .getOrDefault("Sforce-Duplicate-Rule-Header", "")
                .replace(" ", "")
                .contains("allowSave=true");
        return insists
                ? new ApiRequest(
                        request.method(),
                        request.version(),
                        request.path(),
                        request.parameters(),
                        request.headers(),
                        request.body(),
                        request.actor().allowingDuplicates())
                : request;
    }

    private Resource record(ApiRequest request) {
        int parts = request.path().size();
        String last = request.part(parts - 1);
        if (parts == 1 || (parts == 2 && request.method().equals("GET")) || (parts == 3 && last.equals("describe"))) {
            return describes;
        }
        if (parts == 3 && (last.equals("deleted") || last.equals("updated"))) {
            return changes;
        }
        if (parts == 4) {
            boolean onwards = request.part(1).equals("Event") && last.equals("fromThisEventOnwards");
            return onwards ? series : externalIds;
        }
        if (parts > 4) {
            throw Refusal.notFound();
        }
        if (parts == 2 && !request.method().equals("POST")) {
            throw request.methodRefused("GET", "HEAD", "POST");
        }
        return records;
    }

    private Resource composite(ApiRequest request) {
        int parts = request.path().size();
        if (parts == 1 || (parts == 2 && request.part(1).equals("batch"))) {
            return composites;
        }
        if (!request.part(1).equals("sobjects") || parts > 4) {
            throw Refusal.notFound();
        }
        return parts == 3 ? retrieval : collections;
    }

    private static ApiResponse resources(ApiRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        RESOURCES.forEach(resource -> json.put(resource, request.base() + "/" + resource));
        return ApiResponse.of(200, json);
    }
}
