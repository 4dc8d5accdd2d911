package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import java.util.Map;

/** A request that is refused: an HTTP status and an error code. */
final class GraphRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private static final Map<String, Integer> STATUSES = Map.ofEntries(
            Map.entry("ErrorItemNotFound", 404),
            Map.entry("ErrorFolderNotFound", 404),
            Map.entry("ErrorCalendarOccurrenceIsDeletedFromRecurrence", 404),
            Map.entry("ErrorAccessDenied", 403),
            Map.entry("ErrorCannotDeleteObject", 403),
            Map.entry("ErrorFolderExists", 409),
            Map.entry("ErrorIrresolvableConflict", 412));

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    GraphRefusal(int status, String code, String text) {
        this(status, code, text, Map.of());
    }

    GraphRefusal(int status, String code, String text, Map<String, String> headers) {
        super(text);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
    }

    /** What Graph makes of a refusal of the mailbox. */
    static GraphRefusal of(Refusal refusal) {
        return new GraphRefusal(STATUSES.getOrDefault(refusal.code(), 400), refusal.code(), refusal.text());
    }

    /** A path that leads nowhere. */
    static GraphRefusal noSuchPath(String segment) {
        return new GraphRefusal(400, "BadRequest", "Resource not found for the segment '" + segment + "'.");
    }

    static GraphRefusal notAllowed() {
        return new GraphRefusal(
                405, "ErrorInvalidRequest", "The OData request is not supported: this method is not allowed here.");
    }

    /** A value in a body, or the body itself, that cannot be read. */
    static GraphRefusal unreadable(String text) {
        return new GraphRefusal(400, "RequestBodyRead", text);
    }

    static GraphRefusal badQuery(String text) {
        return new GraphRefusal(400, "ErrorInvalidUrlQuery", text);
    }

    static GraphRefusal notFound() {
        return new GraphRefusal(404, "ErrorItemNotFound", "The specified object was not found in the store.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
