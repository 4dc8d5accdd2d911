package io.github.crosstie.testkit.graph;

import java.util.List;

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
            "translateExchangeIds",
            "subscriptions",
            "reauthorize",
            "$batch");

    private Names() {}

    static boolean known(String segment) {
        return ALL.stream().anyMatch(segment::equalsIgnoreCase);
    }

    /** A name as Graph's documents spell it. */
    static String spelled(String segment) {
        return ALL.stream().filter(segment::equalsIgnoreCase).findFirst().orElse(segment);
    }
}
