package io.github.crosstie.testkit.graph;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of resources and functions, which stand in paths between ids. */
final class Names {

    private static final List<String> ALL = List.of(
            "contacts",
            "contactFolders",
            "childFolders",
            "mailFolders",
            "calendar",
            "calendars",
            "calendarView",
            "events",
            "instances",
            "delta",
            "accept",
            "decline",
            "tentativelyAccept",
            "cancel",
            "permanentDelete",
            "translateExchangeIds",
            "subscriptions",
            "reauthorize",
            "$batch");

    /** What is followed by an id, or by nothing, or by a function of the whole. */
    private static final Set<String> COLLECTIONS = Set.of(
            "contacts",
            "contactfolders",
            "childfolders",
            "mailfolders",
            "calendars",
            "calendarview",
            "events",
            "instances",
            "subscriptions");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "DELETE");

    private Names() {}

    /**
     * Checks an operation that a test names.
     *
     * @param operation a method, the end of a path without ids, or both; empty for any
     * @return the same
     * @throws IllegalArgumentException if there is none of that name
     */
    static String operation(String operation) {
        int space = operation.indexOf(' ');
        String method = space < 0 ? "" : operation.substring(0, space);
        List<String> path = List.of(operation.substring(space + 1).split("/", -1));
        boolean isKnown = space < 0
                ? METHODS.contains(operation) || ALL.containsAll(path)
                : METHODS.contains(method) && ALL.containsAll(path);
        if (!operation.isEmpty() && !isKnown) {
            throw new IllegalArgumentException("operation '" + operation + "': this server has none of that name; use a"
                    + " method, the end of a path without ids, or both, as in PATCH contacts; names in paths are "
                    + ALL);
        }
        return operation;
    }

    static boolean isCollection(String segment) {
        return COLLECTIONS.contains(segment.toLowerCase(Locale.ROOT));
    }

    /** A name as Graph's documents spell it. */
    static String spelled(String segment) {
        return ALL.stream().filter(segment::equalsIgnoreCase).findFirst().orElse(segment);
    }
}
