package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.http.internal.AnswerLost;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several requests in one, carried out in their order (Composite). It counts as one, and is a write if any of them is. */
final class CompositeRequest {

    /** Begins a part of an earlier answer, in the midst of any text; nothing says that it begins none. */
    private static final String REFERENCE = "@{";

    private static final int FIRST_ERROR = 400;

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final ArrayNode parts;

    /** Nothing yet; all or none of what is added happens, or each part by itself. */
    CompositeRequest(boolean allOrNone) {
        // Collated parts run in any order.
        body.put("allOrNone", allOrNone).put("collateSubrequests", false);
        parts = body.putArray("compositeRequest");
    }

    /** What a part came to. */
    record Part(int status, JsonNode body) {

        boolean isSuccess() {
            return status < FIRST_ERROR;
        }

        /** The first that is said against it. */
        RestError error() {
            return RestError.read(body).stream().findFirst().orElseGet(() -> new RestError("UNKNOWN", "", List.of()));
        }
    }

    /** Whether Salesforce would take some of its text for a part of an earlier answer: people's texts may look like that. */
    static boolean isTakenForReference(JsonNode content) {
        if (content.isTextual()) {
            return isTakenForReference(content.textValue());
        }
        for (JsonNode part : content) {
            if (isTakenForReference(part)) {
                return true;
            }
        }
        return false;
    }

    static boolean isTakenForReference(String text) {
        return text.contains(REFERENCE);
    }

    CompositeRequest add(String verb, String url, @Nullable JsonNode content) {
        ObjectNode part =
                parts.addObject().put("method", verb).put("url", url).put("referenceId", "part" + parts.size());
        if (content != null) {
            part.set("body", content);
        }
        return this;
    }

    /** Sends it; an answer for each part, in order. */
    List<Part> send(SalesforceRest rest, String name) {
        JsonNode answers = rest.require(
                        RestRequest.write(name, "POST", rest.version().path("composite"), body))
                .path("compositeResponse");
        if (!answers.isArray() || answers.size() != parts.size()) {
            throw AnswerLost.mark(new ContractBrokenException(name + ": " + answers.size()
                    + " outcomes came back; report it, with what stands between here and Salesforce"));
        }
        List<Part> came = new ArrayList<>();
        answers.forEach(
                answer -> came.add(new Part(answer.path("httpStatusCode").asInt(), answer.path("body"))));
        return came;
    }
}
