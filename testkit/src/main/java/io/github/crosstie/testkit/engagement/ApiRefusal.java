package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.connector.EngagementCode;

/** An error as the API answers it. */
final class ApiRefusal extends Exception {

    /** A required parameter is missing. */
    static final int PARAMETER_MISSING = 13;
    /** The object cannot do that. */
    static final int BAD_ACTION = 2;
    /** An id is no number. */
    static final int BAD_ID = 16;
    /** There is no such order. */
    static final int BAD_ORDER = 19;
    /** A page cannot have so many. */
    static final int BAD_LIMIT = 23;
    /** Neither all, true nor false. */
    static final int BAD_DELETED = 27;
    /** Another parameter, or a field, that the API does not know. */
    static final int BAD_PARAMETER = 5;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    ApiRefusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    ApiRefusal(int code, String message) {
        this(400, code, message);
    }

    ApiRefusal(EngagementCode code) {
        this(
                status(code),
                code.number(),
                code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    static int status(EngagementCode code) {
        return code == EngagementCode.NOT_FOUND || code == EngagementCode.NOT_FOUND_OR_RECYCLED ? 404 : 400;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
