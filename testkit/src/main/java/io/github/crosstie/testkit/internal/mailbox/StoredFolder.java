package io.github.crosstie.testkit.internal.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder of a mailbox. Guarded by the organization's lock. */
public final class StoredFolder {

    public @Nullable StoredFolder parent;

    /** Its fixed name, such as {@code contacts}; empty if it is a folder of the user's own. */
    public final String distinguishedName;

    public final String folderClass;

    /** The items, hidden ones included, in the order in which they came. */
    public final Map<String, StoredItem> items = new LinkedHashMap<>();

    /** Its extended properties, as they were given. */
    public final List<Tree> extended = new ArrayList<>();

    /** The last thing that happened to each item, by the mailbox's own count. */
    public final NavigableMap<Long, Change> changes = new TreeMap<>();

    public String id = "";
    public String changeKey = "";
    public String displayName;
    public long created;
    public long changed;

    public StoredFolder(
            @Nullable StoredFolder parent, String distinguishedName, String folderClass, String displayName) {
        this.parent = parent;
        this.distinguishedName = distinguishedName;
        this.folderClass = folderClass;
        this.displayName = displayName;
    }

    /** The element that it is, without prefix. */
    public String element() {
        return switch (folderClass) {
            case "IPF.Contact" -> "ContactsFolder";
            case "IPF.Appointment" -> "CalendarFolder";
            case "IPF.Task" -> "TasksFolder";
            default -> "Folder";
        };
    }

    public boolean isIn(StoredFolder other) {
        for (StoredFolder up = parent; up != null; up = up.parent) {
            if (up.id.equals(other.id)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What happened to an item last.
     *
     * @param item its id
     * @param created when it came into the folder
     * @param gone whether it is no longer there
     * @param associated whether it is hidden
     * @param readOnly whether it was only read or marked as unread
     * @param key what the item keeps wherever it goes in the mailbox
     */
    public record Change(String item, long created, boolean gone, boolean associated, boolean readOnly, long key) {}
}
