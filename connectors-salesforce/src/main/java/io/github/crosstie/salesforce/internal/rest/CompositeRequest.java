package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.http.internal.WebResponse;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several requests in one, carried out in their order (Composite). It counts as one, and is a write if any of them is. */
final class CompositeRequest {

    /** Begins a part of an earlier answer, in the midst of any text; nothing says that it begins none. */
    private static final String REFERENCE = "@{";

    private static final int FIRST_ERROR = 400;
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final ArrayNode parts;

    /** Nothing yet; all or none of what is added happens, or each part by itself. */
    CompositeRequest(boolean allOrNone) {
        // Collated parts run in any order.
        body.put("allOrNone", allOrNone).put("collateSubrequests", false);
        parts = body.putArray("compositeRequest");
    }

    /** What a part of a request came to. */
    record Part(RestRequest request, int status, JsonNode body) {

        boolean isSuccess() {
            return status < FIRST_ERROR;
        }

        List<RestError> errors() {
            return isSuccess() ? List.of() : RestError.read(body);
        }

        /** The first that is said against it. */
        RestError error() {
            return errors().stream().findFirst().orElseGet(() -> new RestError("UNKNOWN", "", List.of()));
        }

        private boolean refusesSession() {
            return status == RestTrouble.UNAUTHORIZED || (!isSuccess() && error().kind() == ErrorKind.SESSION);
        }

        /** Throws what is said against it, if that concerns whatever goes to the organization. */
        void throwTrouble(SalesforceRest rest) {
            rest.throwTrouble(request, new WebResponse(status, NO_HEADERS, new byte[0]), errors());
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
        RestRequest request = RestRequest.write(name, "POST", rest.version().path("composite"), body);
        List<Part> came = came(request, rest.require(request, answer -> refusesSession(came(request, answer))));
        if (came.size() != parts.size()) {
            throw AnswerLost.mark(new ContractBrokenException(name + ": " + came.size()
                    + " outcomes came back; report it, with what stands between here and Salesforce"));
        }
        return came;
    }

    private static List<Part> came(RestRequest request, JsonNode answer) {
        List<Part> came = new ArrayList<>();
        for (JsonNode part : answer.path("compositeResponse")) {
            came.add(new Part(request, part.path("httpStatusCode").asInt(), part.path("body")));
        }
        return came;
    }

    /** Whether nothing was written, as the session is none: then it may be sent again. */
    private boolean refusesSession(List<Part> came) {
        List<Part> writes = IntStream.range(0, Math.min(came.size(), parts.size()))
                .filter(at -> !parts.get(at).path("method").asText().equals("GET"))
                .mapToObj(came::get)
                .toList();
        return writes.stream().noneMatch(Part::isSuccess) && writes.stream().anyMatch(Part::refusesSession);
    }
}
