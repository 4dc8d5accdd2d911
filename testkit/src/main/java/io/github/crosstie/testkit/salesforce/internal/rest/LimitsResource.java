package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code limits}: what is left of them. */
final class LimitsResource implements Resource {

    private static final int BULK_QUERY_JOBS = 10_000;

    private final RequestUsage usage;
    private final QueryJobs jobs;

    LimitsResource(RequestUsage usage, QueryJobs jobs) {
        this.usage = usage;
        this.jobs = jobs;
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        if (!request.method().equals("GET")) {
            throw request.methodRefused("GET", "HEAD");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("DailyApiRequests")
                .put("Max", usage.maximum())
                .put("Remaining", Math.max(0, usage.maximum() - usage.used()));
        json.putObject("DailyBulkV2QueryJobs")
                .put("Max", BULK_QUERY_JOBS)
                .put("Remaining", BULK_QUERY_JOBS - jobs.created());
        return ApiResponse.of(200, json);
    }
}
