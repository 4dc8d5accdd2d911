package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.List;

/** An error as the original answers it: a code, a message, and the fields that are to blame. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> fields;

    /** A refusal that may name fields. */
    public Refusal(String code, String message, String... fields) {
        this(code, message, List.of(fields));
    }

    /** A refusal that names fields. */
    public Refusal(String code, String message, List<String> fields) {
        super(message, null, false, false);
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    /** There is no such resource or record. */
    public static Refusal notFound() {
        return new Refusal("NOT_FOUND", "The requested resource does not exist");
    }

    /** There is no such object, or the user may not see it. */
    public static Refusal noObject(String object) {
        return new Refusal(
                "INVALID_TYPE",
                "sObject type '" + object
                        + "' is not supported. If you are attempting to use a custom object, be sure to"
                        + " append the '__c' after the entity name. Please reference your WSDL or the describe call for the"
                        + " appropriate names.");
    }

    /** Such as {@code REQUIRED_FIELD_MISSING}. */
    public String code() {
        return code;
    }

    /** What it says. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** The fields to blame; often none. */
    public List<String> fields() {
        return fields;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return switch (code) {
            case "INVALID_SESSION_ID" -> 401;
            case "REQUEST_LIMIT_EXCEEDED",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS",
                    "API_DISABLED_FOR_ORG",
                    "FUNCTIONALITY_NOT_ENABLED" -> 403;
            case "NOT_FOUND", "ENTITY_IS_DELETED" -> 404;
            case "METHOD_NOT_ALLOWED" -> 405;
            case "SERVER_UNAVAILABLE" -> 503;
            default -> 400;
        };
    }
}
