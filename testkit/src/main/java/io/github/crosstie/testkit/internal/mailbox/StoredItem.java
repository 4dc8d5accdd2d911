package io.github.crosstie.testkit.internal.mailbox;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An item in a folder. Guarded by the organization's lock. */
public final class StoredItem {

    /** The element that it is, without prefix, such as {@code Contact}. */
    public final String kind;

    /** Whether it is hidden: a folder-associated item. */
    public final boolean associated;

    /** The exceptions of a series, by the date in its zone that the rule gives them. */
    public final Map<LocalDate, StoredException> exceptions = new TreeMap<>();

    /** The occurrences of a series that were deleted, by their dates. */
    public final NavigableSet<LocalDate> deleted = new TreeSet<>();

    public String id = "";
    public String changeKey = "";
    public StoredFolder folder;
    public Properties properties;

    /** What it keeps wherever it goes in the mailbox. */
    public long key;

    /** When it came into its folder, and when it changed last, in the mailbox's own count. */
    public long created;

    public long changed;

    public StoredItem(String kind, boolean associated, StoredFolder folder, Properties properties) {
        this.kind = kind;
        this.associated = associated;
        this.folder = folder;
        this.properties = properties;
    }

    public boolean isEvent() {
        return kind.equals("CalendarItem");
    }

    public boolean isSeries() {
        return properties.has("Recurrence");
    }

    /** What an occurrence has of its own. */
    public static final class StoredException {

        /** What it has instead of what its series has. */
        public final Properties properties = new Properties();

        /** The elements of its series that it lacks. */
        public final Set<String> removed = new TreeSet<>();

        public String changeKey = "";

        StoredException copy() {
            StoredException copy = new StoredException();
            copy.properties.overlay(properties);
            copy.removed.addAll(removed);
            copy.changeKey = changeKey;
            return copy;
        }
    }
}
