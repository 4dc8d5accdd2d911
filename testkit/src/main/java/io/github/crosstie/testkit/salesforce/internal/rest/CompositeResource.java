package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code composite}: up to 25 requests in one, five of which may be queries or collections; later ones may name answers of
 * earlier ones. {@code composite/batch}: up to 25 that have nothing to do with each other.
 */
final class CompositeResource implements Resource {

    private static final int MOST_PARTS = 25;
    private static final int MOST_LARGE_PARTS = 5;
    private static final Pattern LARGE =
            Pattern.compile("/services/data/v[0-9.]+/(query|queryAll|composite/sobjects)\\b.*");

    private final Database database;
    private final Resource api;

    /** Hands its parts to the whole API. */
    CompositeResource(Database database, Resource api) {
        this.database = database;
        this.api = api;
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        if (!request.method().equals("POST")) {
            throw request.methodRefused("POST");
        }
        return request.path().size() == 2 ? batch(request) : composite(request);
    }

    private ApiResponse composite(ApiRequest request) {
        ObjectNode json = request.object();
        JsonNode parts = json.path("compositeRequest");
        checkSize(parts);
        boolean allOrNone = json.path("allOrNone").asBoolean();
        List<ApiResponse> answers = new ArrayList<>();
        database.together(() -> {
            References references = new References();
            parts.forEach(part -> answers.add(answer(request, part, references)));
            return !allOrNone || answers.stream().noneMatch(ApiResponse::refused);
        });
        boolean rolledBack = allOrNone && answers.stream().anyMatch(ApiResponse::refused);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode outcomes = result.putArray("compositeResponse");
        for (int at = 0; at < answers.size(); at++) {
            ApiResponse answer = rolledBack && !answers.get(at).refused() ? halted() : answers.get(at);
            ObjectNode outcome = outcomes.addObject();
            outcome.set("body", answer.json() == null ? JsonNodeFactory.instance.nullNode() : answer.json());
            ObjectNode headers = outcome.putObject("httpHeaders");
            answer.headers().forEach(headers::put);
            outcome.put("httpStatusCode", answer.status());
            outcome.put("referenceId", parts.get(at).path("referenceId").asText());
        }
        return ApiResponse.of(200, result);
    }

    private static void checkSize(JsonNode parts) {
        if (parts.size() > MOST_PARTS) {
            throw new Refusal("LIMIT_EXCEEDED", "a composite request has 25 subrequests at most");
        }
        long large = 0;
        for (JsonNode part : parts) {
            large += LARGE.matcher(part.path("url").asText()).matches() ? 1 : 0;
        }
        if (large > MOST_LARGE_PARTS) {
            throw new Refusal("LIMIT_EXCEEDED", "a composite request has 5 queries and sObject collections at most");
        }
    }

    private ApiResponse answer(ApiRequest request, JsonNode part, References references) {
        try {
            ApiResponse answer = api.answer(ApiRequest.of(
                    part.path("method").asText(),
                    references.resolved(part.path("url").asText()),
                    headers(request, part.path("httpHeaders")),
                    part.has("body") ? references.resolved(part.path("body").toString()) : "",
                    request.actor()));
            if (!answer.refused() && answer.json() != null) {
                references.put(part.path("referenceId").asText(), answer.json());
            }
            return answer;
        } catch (Refusal refusal) {
            return ApiResponse.of(refusal);
        }
    }

    private static Map<String, String> headers(ApiRequest request, JsonNode own) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> {
            if (name.regionMatches(true, 0, "Sforce-", 0, 7)) {
                headers.put(name, value);
            }
        });
        own.properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static ApiResponse halted() {
        return ApiResponse.of(new Refusal(
                "PROCESSING_HALTED",
                "The transaction was rolled back since another operation in the same transaction failed."));
    }

    private ApiResponse batch(ApiRequest request) {
        JsonNode parts = request.object().path("batchRequests");
        if (parts.size() > MOST_PARTS) {
            throw new Refusal("LIMIT_EXCEEDED", "a batch has 25 subrequests at most");
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        boolean errors = false;
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (JsonNode part : parts) {
            ApiResponse answer = batched(request, part);
            errors |= answer.refused();
            results.addObject()
                    .put("statusCode", answer.status())
                    .set("result", answer.json() == null ? JsonNodeFactory.instance.nullNode() : answer.json());
        }
        result.put("hasErrors", errors).set("results", results);
        return ApiResponse.of(200, result);
    }

    private ApiResponse batched(ApiRequest request, JsonNode part) {
        String url = part.path("url").asText();
        try {
            return api.answer(ApiRequest.of(
                    part.path("method").asText(),
                    url.startsWith("/services/") ? url : "/services/data/" + url.replaceFirst("^/+", ""),
                    headers(request, JsonNodeFactory.instance.objectNode()),
                    part.has("richInput") ? part.path("richInput").toString() : "",
                    request.actor()));
        } catch (Refusal refusal) {
            return ApiResponse.of(refusal);
        }
    }
}
