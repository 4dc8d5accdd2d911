package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Salesforce says against a request, or against one record of it.
 *
 * @param code its code, such as REQUIRED_FIELD_MISSING; UNKNOWN where it gives none
 * @param message its words; may hold values of the record, so never to be shown where those must not be
 * @param fields the fields that it concerns; may be empty
 */
public record RestError(String code, String message, List<String> fields) {

    /** Copies the fields. */
    public RestError {
        fields = List.copyOf(fields);
    }

    private static final Pattern NO_FIELD = Pattern.compile(
            "No such column '([A-Za-z0-9_.]{1,100})' on (?:entity|sobject of type) '?([A-Za-z0-9_]{1,100})");

    /**
     * Reads what an answer says.
     *
     * @param body a list of errors, or one, of any of the forms that the API has
     * @return the errors; empty if the body is none of these forms
     */
    public static List<RestError> read(JsonNode body) {
        List<RestError> errors = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(one -> errors.addAll(read(one)));
        } else if (body.has("errorCode") || body.has("statusCode")) {
            List<String> fields = new ArrayList<>();
            body.path("fields").forEach(field -> fields.add(field.asText()));
            String code = body.path("errorCode").asText(body.path("statusCode").asText("UNKNOWN"));
            errors.add(new RestError(code, body.path("message").asText(), fields));
        }
        return errors;
    }

    /**
     * What sort of trouble it is.
     *
     * @return its kind
     */
    public ErrorKind kind() {
        return ErrorKind.of(code, message);
    }

    /**
     * Which field of which object is not there, or not for the user who signed in.
     *
     * @return such as "Contact has no field Shoe__c"; empty if that is not what it says
     */
    public Optional<String> missingField() {
        Matcher matcher = NO_FIELD.matcher(message);
        return code.equals("INVALID_FIELD") && matcher.find()
                ? Optional.of(matcher.group(2) + " has no field " + matcher.group(1))
                : Optional.empty();
    }

    /**
     * What may be shown of it.
     *
     * @return code and fields
     */
    public String summary() {
        return code + (fields.isEmpty() ? "" : fields.stream().collect(Collectors.joining(", ", " (", ")")));
    }

    /** Shows no value of a record. */
    @Override
    public String toString() {
        return summary();
    }
}
