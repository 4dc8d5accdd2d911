package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What requests ask for, as tests name it.
 *
 * @param method such as {@code GET}; empty for all
 * @param path below the version of the API, or as it is where no version is in it; empty for all
 * @param resource the path without ids
 */
record Operation(String method, String path, String resource) {

    /** An id holds figures, which no standard field of that length does. */
    private static final Pattern ID = Pattern.compile("(?=.*[0-9])(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> FIXED = Set.of(
            "/services/data",
            "/services/oauth2/token",
            "/services/oauth2/userinfo",
            "/services/Soap",
            "/id",
            "/query",
            "/queryAll",
            "/limits",
            "/jobs/query",
            "/jobs/query/results",
            "/composite",
            "/composite/batch",
            "/composite/sobjects",
            "/sobjects");
    private static final Set<String> OF_OBJECTS = Set.of("describe", "deleted", "updated", "fromThisEventOnwards");

    /** What a request asked for. */
    static Operation of(LoopbackRequest request) {
        return of(request.method(), request.path());
    }

    private static Operation of(String method, String path) {
        String below =
                path.replaceFirst("^(?:/services/data)?/v[0-9]+\\.0(?=/|$)", "").replaceFirst("/+$", "");
        return new Operation(method, below, resource(below));
    }

    /** An operation as a test names it: by a method, by a path, or by both. */
    static Operation named(String operation, Schema schema) {
        int slash = operation.indexOf('/');
        String method = (slash < 0 ? operation : operation.substring(0, slash)).strip();
        Operation named = of(method, slash < 0 ? "" : operation.substring(slash).strip());
        if (!method.isEmpty() && !METHODS.contains(method)) {
            throw new IllegalArgumentException("operation '" + operation + "': " + method
                    + " is no method; begin a path with a slash, as in POST /composite/sobjects");
        }
        if (method.isEmpty() && named.path.isEmpty()) {
            throw new IllegalArgumentException(
                    "operation '" + operation + "': name a method, a path or both; all requests are next() or every()");
        }
        if (!named.path.isEmpty() && !isKnown(named.resource, schema)) {
            throw new IllegalArgumentException("operation '" + operation + "': this server has no " + named.resource
                    + "; name the whole path below /services/data/v67.0, without ids and with objects and fields that"
                    + " there are, such as /query or /sobjects/Contact");
        }
        return named;
    }

    /** Whether a request's operation is one that was named; a path with an id means that record alone. */
    boolean isMeantBy(Operation named) {
        return (named.method.isEmpty() || named.method.equals(method))
                && (named.path.isEmpty()
                        || named.path.equalsIgnoreCase(path)
                        || (named.path.equals(named.resource) && named.resource.equalsIgnoreCase(resource)));
    }

    private static String resource(String path) {
        List<String> parts = Arrays.asList(path.replaceFirst("^/", "").split("/", -1));
        return switch (parts.get(0)) {
            case "query", "queryAll", "id" -> "/" + parts.get(0);
            case "jobs" ->
                without(parts, parts.size() > 2 && ID.matcher(parts.get(2)).matches() ? 2 : parts.size());
            case "sobjects" -> record(parts);
            case "services" -> path.startsWith("/services/Soap/") ? "/services/Soap" : path;
            default -> path;
        };
    }

    /** Below an object stand a word, a record, a record's word, or an external id with its value. */
    private static String record(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        if (parts.size() == 3) {
            return without(parts, ID.matcher(last).matches() ? 2 : 3);
        }
        return without(parts, OF_OBJECTS.contains(last) ? 2 : 3);
    }

    private static String without(List<String> parts, int at) {
        List<String> left = new ArrayList<>(parts);
        if (at < left.size()) {
            left.remove(at);
        }
        return "/" + String.join("/", left);
    }

    private static boolean isKnown(String resource, Schema schema) {
        if (FIXED.contains(resource)) {
            return true;
        }
        List<String> parts = Arrays.asList(resource.split("/", -1));
        int object = resource.startsWith("/composite/sobjects/") ? 3 : resource.startsWith("/sobjects/") ? 2 : 0;
        if (object == 0 || parts.size() > object + 2) {
            return false;
        }
        ObjectDefinition found = schema.find(parts.get(object));
        if (found == null || parts.size() == object + 1) {
            return found != null;
        }
        String last = parts.get(object + 1);
        return found.find(last) != null || (object == 2 && OF_OBJECTS.contains(last));
    }
}
