package io.github.crosstie.testkit.exchange;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An item in a folder. Guarded by the organization's lock. */
final class StoredItem {

    /** The element that it is, without prefix, such as {@code Contact}. */
    final String kind;

    /** Whether it is hidden: a folder-associated item. */
    final boolean associated;

    /** The exceptions of a series, by the date in its zone that the rule gives them. */
    final Map<LocalDate, StoredException> exceptions = new TreeMap<>();

    /** The occurrences of a series that were deleted, by their dates. */
    final NavigableSet<LocalDate> deleted = new TreeSet<>();

    String id = "";
    String changeKey = "";
    StoredFolder folder;
    Properties properties;

    /** When it came into its folder, and when it changed last, in the mailbox's own count. */
    long created;

    long changed;

    StoredItem(String kind, boolean associated, StoredFolder folder, Properties properties) {
        this.kind = kind;
        this.associated = associated;
        this.folder = folder;
        this.properties = properties;
    }

    boolean isEvent() {
        return kind.equals("CalendarItem");
    }

    boolean isSeries() {
        return properties.has("Recurrence");
    }

    /** What an occurrence has of its own. */
    static final class StoredException {

        /** What it has instead of what its series has. */
        final Properties properties = new Properties();

        /** The elements of its series that it lacks. */
        final Set<String> removed = new TreeSet<>();

        String changeKey = "";

        StoredException copy() {
            StoredException copy = new StoredException();
            copy.properties.overlay(properties);
            copy.removed.addAll(removed);
            copy.changeKey = changeKey;
            return copy;
        }
    }
}
