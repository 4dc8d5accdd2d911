package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes of records that happen together or not at all (Composite, all or none). */
public final class Transaction {

    /** How many steps one takes at most. */
    public static final int MOST_STEPS = 25;

    private static final String HALTED = "PROCESSING_HALTED";

    /** What is said against a step and concerns whatever goes to the organization. */
    private static final Set<ErrorKind> OF_ALL =
            EnumSet.of(ErrorKind.THROTTLED, ErrorKind.DAILY_LIMIT, ErrorKind.BLOCKED);

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
    public record Step(String verb, String path, @Nullable JsonNode body) {

        private boolean isTakenForReference() {
            return body != null && CompositeRequest.isTakenForReference(body);
        }
    }

    /**
     * Whether Salesforce would misread a text among several steps.
     *
     * @param text the text
     * @return true if it has the sign of a reference
     */
    public static boolean isMisread(String text) {
        return CompositeRequest.isTakenForReference(text);
    }

    /**
     * Whether Salesforce would misread the steps: a text with the sign of a reference can be written by itself alone.
     *
     * @param steps the steps
     * @return true if they are several, and one of them has such a text
     */
    public static boolean isMisread(List<Step> steps) {
        return steps.size() > 1 && steps.stream().anyMatch(Step::isTakenForReference);
    }

    /**
     * Does all of it, or nothing.
     *
     * @param name what it is called in messages
     * @param steps 1 to {@link #MOST_STEPS}, not {@linkplain #isMisread misread}
     * @return why nothing was done; empty if all was
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public Optional<RestError> run(String name, List<Step> steps) {
        Step first = steps.get(0);
        if (first.isTakenForReference()) {
            RestRequest alone =
                    RestRequest.write(name, first.verb(), rest.version().path(first.path()), first.body());
            return rest.send(alone).errors().stream().findFirst();
        }
        CompositeRequest request = new CompositeRequest(true);
        steps.forEach(step -> request.add(step.verb(), rest.version().path(step.path()), step.body()));
        return error(request.send(rest, name));
    }

    private Optional<RestError> error(List<CompositeRequest.Part> parts) {
        RestError halted = null;
        for (CompositeRequest.Part part : parts) {
            if (!part.isSuccess()) {
                RestError error = part.error();
                if (OF_ALL.contains(error.kind())) {
                    part.throwTrouble(rest);
                }
                if (!error.code().equals(HALTED)) {
                    return Optional.of(error);
                }
                halted = error;
            }
        }
        return Optional.ofNullable(halted);
    }
}
