package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.http.internal.AnswerLost;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes of records that happen together or not at all (Composite, all or none). */
public final class Transaction {

    /** How many steps one takes at most. */
    public static final int MOST_STEPS = 25;

    private static final String HALTED = "PROCESSING_HALTED";
    private static final int FIRST_ERROR = 400;

    private final SalesforceRest rest;

    /**
     * Transactions of one organization.
     *
     * @param rest its API
     */
    public Transaction(SalesforceRest rest) {
        this.rest = rest;
    }

    /**
     * One write.
     *
     * @param verb PATCH or DELETE
     * @param path of the record, below the version, such as sobjects/Event/00U...
     * @param body the fields to change; null for a deletion
     */
    public record Step(String verb, String path, @Nullable JsonNode body) {}

    /**
     * Does all of it, or nothing.
     *
     * @param name what it is called in messages
     * @param steps at most {@link #MOST_STEPS}
     * @return why nothing was done; empty if all was
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public Optional<RestError> run(String name, List<Step> steps) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", true);
        ArrayNode parts = body.putArray("compositeRequest");
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            ObjectNode part = parts.addObject()
                    .put("method", step.verb())
                    .put("url", rest.version().path(step.path()))
                    .put("referenceId", "step" + at);
            if (step.body() != null) {
                part.set("body", step.body());
            }
        }
        JsonNode answers = rest.require(
                        RestRequest.write(name, "POST", rest.version().path("composite"), body))
                .path("compositeResponse");
        if (!answers.isArray() || answers.size() != steps.size()) {
            throw AnswerLost.mark(new ContractBrokenException(name + ": " + answers.size()
                    + " outcomes came back; report it, with what stands between here and Salesforce"));
        }
        return error(answers);
    }

    private static Optional<RestError> error(JsonNode answers) {
        RestError halted = null;
        for (JsonNode answer : answers) {
            if (answer.path("httpStatusCode").asInt() >= FIRST_ERROR) {
                RestError error = RestError.read(answer.path("body")).stream()
                        .findFirst()
                        .orElseGet(() -> new RestError("UNKNOWN", "", List.of()));
                if (!error.code().equals(HALTED)) {
                    return Optional.of(error);
                }
                halted = error;
            }
        }
        return Optional.ofNullable(halted);
    }
}
