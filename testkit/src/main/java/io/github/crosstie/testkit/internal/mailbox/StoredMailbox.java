package io.github.crosstie.testkit.internal.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mailbox: its folders, its items and what has happened to them. Guarded by the organization's lock. */
public final class StoredMailbox {

    /** Folders that every mailbox has: fixed name, class, display name; all but the first lie in the first. */
    private static final String[][] FOLDERS = {
        {"msgfolderroot", "IPF.Note", "Top of Information Store"},
        {"inbox", "IPF.Note", "Inbox"},
        {"sentitems", "IPF.Note", "Sent Items"},
        {"drafts", "IPF.Note", "Drafts"},
        {"outbox", "IPF.Note", "Outbox"},
        {"junkemail", "IPF.Note", "Junk Email"},
        {"calendar", "IPF.Appointment", "Calendar"},
        {"contacts", "IPF.Contact", "Contacts"},
        {"tasks", "IPF.Task", "Tasks"},
        {"notes", "IPF.StickyNote", "Notes"},
        {"deleteditems", "IPF.Note", "Deleted Items"},
    };

    public final int number;
    public final String address;
    public final List<String> aliases = new CopyOnWriteArrayList<>();
    public final Clock clock;
    public final Map<String, StoredFolder> folders = new LinkedHashMap<>();
    public final Map<String, StoredFolder> distinguished = new LinkedHashMap<>();
    public final Map<String, StoredItem> items = new LinkedHashMap<>();
    private final Map<Long, StoredItem> byKey = new HashMap<>();
    public final NavigableMap<Long, DeletedFolder> deletedFolders = new TreeMap<>();
    public final List<SentMail> sent = new CopyOnWriteArrayList<>();
    public final List<StoreEvent> events = new ArrayList<>();
    public String displayName;
    public int syncEpoch;
    private int generation;
    private long sequence;

    public StoredMailbox(int number, String address, Clock clock) {
        this.number = number;
        this.address = address;
        this.clock = clock;
        displayName = address.substring(0, Math.max(address.indexOf('@'), 0));
        StoredFolder root = addFolder(new StoredFolder(null, "root", "IPF.Note", "Root"));
        StoredFolder top = root;
        for (String[] folder : FOLDERS) {
            StoredFolder added = addFolder(new StoredFolder(top, folder[0], folder[1], folder[2]));
            top = folder[0].equals("msgfolderroot") ? added : top;
        }
        addFolder(new StoredFolder(root, "recoverableitemsroot", "IPF.Note", "Recoverable Items"));
        addFolder(new StoredFolder(
                distinguished("recoverableitemsroot"), "recoverableitemsdeletions", "IPF.Note", "Deletions"));
    }

    public long sequence() {
        return sequence;
    }

    /** A number that nothing else in the mailbox has. */
    public long next() {
        return ++sequence;
    }

    public StoredFolder distinguished(String name) {
        StoredFolder folder = distinguished.get(name);
        if (folder == null) {
            throw new IllegalArgumentException("folder " + name + ": no mailbox has it; use one of "
                    + distinguished.keySet() + ", or make a folder");
        }
        return folder;
    }

    public StoredFolder addFolder(StoredFolder folder) {
        folder.created = ++sequence;
        folder.changed = sequence;
        folder.id = Ids.folder(number, generation, sequence);
        folder.changeKey = Ids.changeKey(sequence);
        folders.put(folder.id, folder);
        if (!folder.distinguishedName.isEmpty()) {
            distinguished.put(folder.distinguishedName, folder);
        }
        return folder;
    }

    public void rename(StoredFolder folder, String name) {
        folder.displayName = name;
        folder.changed = ++sequence;
        folder.changeKey = Ids.changeKey(sequence);
    }

    /** A folder goes to another one, with all that is in it; it keeps its id. */
    public void moveFolder(StoredFolder folder, StoredFolder target) {
        folder.parent = target;
        folder.changed = ++sequence;
        folder.changeKey = Ids.changeKey(sequence);
    }

    /** A folder goes for good, with its items and all folders in it. */
    public void removeFolders(StoredFolder folder) {
        List.copyOf(folders.values()).stream()
                .filter(below -> below.isIn(folder))
                .forEach(this::removeFolder);
        removeFolder(folder);
    }

    public void removeFolder(StoredFolder folder) {
        folders.remove(folder.id);
        items.keySet().removeAll(folder.items.keySet());
        byKey.values().removeAll(folder.items.values());
        deletedFolders.put(++sequence, new DeletedFolder(folder.id, folder.created));
    }

    /** An id that an item keeps wherever it goes in the mailbox. */
    public String immutableId(long key) {
        return Ids.immutable(number, generation, key);
    }

    /** The item of such an id; null if there is none. */
    public @Nullable StoredItem byImmutableId(String id) {
        Long key = Ids.key(id);
        StoredItem item = key == null ? null : byKey.get(key);
        return item != null && immutableId(item.key).equals(id) ? item : null;
    }

    /** Puts a new item into its folder. */
    public void add(StoredItem item) {
        item.created = ++sequence;
        item.key = sequence;
        item.id = Ids.item(number, generation, sequence);
        item.properties.set("DateTimeCreated", now());
        item.properties.putSearchKey(Ids.searchKey(number, sequence));
        place(item);
        tell("CreatedEvent", item);
    }

    private void place(StoredItem item) {
        items.put(item.id, item);
        byKey.put(item.key, item);
        item.folder.items.put(item.id, item);
        stamp(item, false);
    }

    /** An item was saved. */
    public void save(StoredItem item) {
        save(item, false);
    }

    public void save(StoredItem item, boolean readOnly) {
        sequence++;
        stamp(item, readOnly);
        tell("ModifiedEvent", item);
    }

    private void stamp(StoredItem item, boolean readOnly) {
        item.folder.changes.remove(item.changed);
        item.changed = sequence;
        item.changeKey = Ids.changeKey(sequence);
        if (!readOnly) {
            item.properties.set("LastModifiedTime", now());
            item.properties.set("LastModifiedName", displayName);
        }
        item.folder.changes.put(
                sequence, new StoredFolder.Change(item.id, item.created, false, item.associated, readOnly, item.key));
    }

    /** An item is told of again although nothing has happened to it. */
    public void repeat(StoredItem item) {
        item.folder.changes.remove(item.changed);
        item.changed = ++sequence;
        item.folder.changes.put(
                sequence, new StoredFolder.Change(item.id, item.created, false, item.associated, false, item.key));
    }

    /** An item leaves its folder for good. */
    public void remove(StoredItem item) {
        take(item);
        tell("DeletedEvent", item);
    }

    private void take(StoredItem item) {
        sequence++;
        items.remove(item.id);
        byKey.remove(item.key);
        item.folder.items.remove(item.id);
        item.folder.changes.remove(item.changed);
        item.folder.changes.put(
                sequence, new StoredFolder.Change(item.id, item.created, true, item.associated, false, item.key));
    }

    /** An item goes to another folder, where it has another id. */
    public void move(StoredItem item, StoredFolder target) {
        String oldId = item.id;
        String oldFolder = item.folder.id;
        take(item);
        item.folder = target;
        item.created = ++sequence;
        item.id = Ids.item(number, generation, sequence);
        item.changed = sequence;
        place(item);
        events.add(new StoreEvent(
                sequence,
                "MovedEvent",
                item.id,
                item.changeKey,
                target.id,
                clock.instant(),
                item.key,
                oldId,
                oldFolder));
    }

    /** All ids change, as after a move of the mailbox to another server; sync states die. */
    public void moveElsewhere() {
        generation++;
        syncEpoch++;
        List<StoredFolder> oldFolders = List.copyOf(folders.values());
        List<StoredItem> oldItems = List.copyOf(items.values());
        folders.clear();
        items.clear();
        deletedFolders.clear();
        for (StoredFolder folder : oldFolders) {
            folder.items.clear();
            folder.changes.clear();
            addFolder(folder);
        }
        for (StoredItem item : oldItems) {
            item.created = ++sequence;
            item.id = Ids.item(number, generation, sequence);
            items.put(item.id, item);
            item.folder.items.put(item.id, item);
            item.changed = sequence;
            item.changeKey = Ids.changeKey(sequence);
            item.folder.changes.put(
                    sequence, new StoredFolder.Change(item.id, item.created, false, item.associated, false, item.key));
        }
    }

    public boolean hasAddress(String other) {
        return address.equalsIgnoreCase(other) || aliases.stream().anyMatch(other::equalsIgnoreCase);
    }

    public @Nullable StoredFolder folderNamed(String name) {
        return folders.values().stream()
                .filter(folder -> folder.displayName.equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    public String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void tell(String event, StoredItem item) {
        events.add(new StoreEvent(
                sequence, event, item.id, Ids.changeKey(sequence), item.folder.id, clock.instant(), item.key, "", ""));
    }

    /**
     * A folder that is gone.
     *
     * @param id its id
     * @param created when it was made, in the mailbox's own count
     */
    public record DeletedFolder(String id, long created) {}

    /**
     * Something that subscribers may hear of.
     *
     * @param sequence when, in the mailbox's own count
     * @param element the element that tells it
     * @param item whom it is about
     * @param changeKey the item's change key
     * @param folder where the item is
     * @param time when, by the clock
     * @param key what the item keeps wherever it goes in the mailbox
     * @param oldItem the item's id before it was moved; else empty
     * @param oldFolder where it was before; else empty
     */
    public record StoreEvent(
            long sequence,
            String element,
            String item,
            String changeKey,
            String folder,
            Instant time,
            long key,
            String oldItem,
            String oldFolder) {}
}
