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

    private Names() {}

    static boolean isCollection(String segment) {
        return COLLECTIONS.contains(segment.toLowerCase(Locale.ROOT));
    }

    /** A name as Graph's documents spell it. */
    static String spelled(String segment) {
        return ALL.stream().filter(segment::equalsIgnoreCase).findFirst().orElse(segment);
    }
}
