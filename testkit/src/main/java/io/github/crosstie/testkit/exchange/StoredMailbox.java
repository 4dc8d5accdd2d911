package io.github.crosstie.testkit.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mailbox: its folders, its items and what has happened to them. Guarded by the organization's lock. */
final class StoredMailbox {

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

    final int number;
    final String address;
    final List<String> aliases = new CopyOnWriteArrayList<>();
    final Clock clock;
    final Map<String, StoredFolder> folders = new LinkedHashMap<>();
    final Map<String, StoredFolder> distinguished = new LinkedHashMap<>();
    final Map<String, StoredItem> items = new LinkedHashMap<>();
    final NavigableMap<Long, DeletedFolder> deletedFolders = new TreeMap<>();
    final List<SentMessage> sent = new CopyOnWriteArrayList<>();
    final List<StoreEvent> events = new ArrayList<>();
    String displayName;
    int syncEpoch;
    private int generation;
    private long sequence;

    StoredMailbox(int number, String address, Clock clock) {
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

    long sequence() {
        return sequence;
    }

    /** A number that nothing else in the mailbox has. */
    long next() {
        return ++sequence;
    }

    StoredFolder distinguished(String name) {
        StoredFolder folder = distinguished.get(name);
        if (folder == null) {
            throw new IllegalArgumentException("folder " + name + ": no mailbox has it; use one of "
                    + distinguished.keySet() + ", or make a folder");
        }
        return folder;
    }

    StoredFolder addFolder(StoredFolder folder) {
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

    void rename(StoredFolder folder, String name) {
        folder.displayName = name;
        folder.changed = ++sequence;
        folder.changeKey = Ids.changeKey(sequence);
    }

    /** A folder goes for good, with its items and all folders in it. */
    void removeFolders(StoredFolder folder) {
        List.copyOf(folders.values()).stream()
                .filter(below -> below.isIn(folder))
                .forEach(this::removeFolder);
        removeFolder(folder);
    }

    void removeFolder(StoredFolder folder) {
        folders.remove(folder.id);
        items.keySet().removeAll(folder.items.keySet());
        deletedFolders.put(++sequence, new DeletedFolder(folder.id, folder.created));
    }

    /** Puts a new item into its folder. */
    void add(StoredItem item) {
        item.created = ++sequence;
        item.id = Ids.item(number, generation, sequence);
        item.properties.set("DateTimeCreated", now());
        item.properties.putSearchKey(Ids.searchKey(number, sequence));
        place(item);
        tell("CreatedEvent", item.id, item.folder);
    }

    private void place(StoredItem item) {
        items.put(item.id, item);
        item.folder.items.put(item.id, item);
        stamp(item, false);
    }

    /** An item was saved. */
    void save(StoredItem item) {
        save(item, false);
    }

    void save(StoredItem item, boolean readOnly) {
        sequence++;
        stamp(item, readOnly);
        tell("ModifiedEvent", item.id, item.folder);
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
                sequence, new StoredFolder.Change(item.id, item.created, false, item.associated, readOnly));
    }

    /** An item is told of again although nothing has happened to it. */
    void repeat(StoredItem item) {
        item.folder.changes.remove(item.changed);
        item.changed = ++sequence;
        item.folder.changes.put(
                sequence, new StoredFolder.Change(item.id, item.created, false, item.associated, false));
    }

    /** An item leaves its folder for good. */
    void remove(StoredItem item) {
        take(item);
        tell("DeletedEvent", item.id, item.folder);
    }

    private void take(StoredItem item) {
        sequence++;
        items.remove(item.id);
        item.folder.items.remove(item.id);
        item.folder.changes.remove(item.changed);
        item.folder.changes.put(sequence, new StoredFolder.Change(item.id, item.created, true, item.associated, false));
    }

    /** An item goes to another folder, where it has another id. */
    void move(StoredItem item, StoredFolder target) {
        String oldId = item.id;
        String oldFolder = item.folder.id;
        take(item);
        item.folder = target;
        item.created = ++sequence;
        item.id = Ids.item(number, generation, sequence);
        item.changed = sequence;
        place(item);
        events.add(new StoreEvent(
                sequence, "MovedEvent", item.id, item.changeKey, target.id, clock.instant(), oldId, oldFolder));
    }

    /** All ids change, as after a move of the mailbox to another server; sync states die. */
    void moveElsewhere() {
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
                    sequence, new StoredFolder.Change(item.id, item.created, false, item.associated, false));
        }
    }

    boolean hasAddress(String other) {
        return address.equalsIgnoreCase(other) || aliases.stream().anyMatch(other::equalsIgnoreCase);
    }

    @Nullable
    StoredFolder folderNamed(String name) {
        return folders.values().stream()
                .filter(folder -> folder.displayName.equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void tell(String event, String item, StoredFolder folder) {
        events.add(new StoreEvent(sequence, event, item, Ids.changeKey(sequence), folder.id, clock.instant(), "", ""));
    }

    /**
     * A folder that is gone.
     *
     * @param id its id
     * @param created when it was made, in the mailbox's own count
     */
    record DeletedFolder(String id, long created) {}

    /**
     * Something that subscribers may hear of.
     *
     * @param sequence when, in the mailbox's own count
     * @param element the element that tells it
     * @param item whom it is about
     * @param changeKey the item's change key
     * @param folder where the item is
     * @param time when, by the clock
     * @param oldItem the item's id before it was moved; else empty
     * @param oldFolder where it was before; else empty
     */
    record StoreEvent(
            long sequence,
            String element,
            String item,
            String changeKey,
            String folder,
            Instant time,
            String oldItem,
            String oldFolder) {}
}
