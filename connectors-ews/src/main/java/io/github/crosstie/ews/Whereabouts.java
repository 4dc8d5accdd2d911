package io.github.crosstie.ews;

import io.github.crosstie.ews.internal.operation.Folder;
import io.github.crosstie.ews.internal.operation.FolderKey;
import io.github.crosstie.ews.internal.operation.FolderReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where items may lie that have left the folder that is synced (S10). */
final class Whereabouts {

    private static final String DELETED_ITEMS = "deleteditems";

    /** What people can still recover, and what only an administrator can. */
    private static final List<String> RECOVERABLE = List.of("recoverableitemsdeletions", "recoverableitemspurges");

    private final Mailbox mailbox;
    private final SyncedFolder synced;
    private final String folderClass;

    /**
     * The folders of a mailbox.
     *
     * @param mailbox the mailbox
     * @param synced the folder that is synced
     * @param folderClass the class of folders that hold such items
     */
    Whereabouts(Mailbox mailbox, SyncedFolder synced, String folderClass) {
        this.mailbox = mailbox;
        this.synced = synced;
        this.folderClass = folderClass;
    }

    /**
     * Folders, each in one of them. Those that do not say what they are for are searched as well.
     *
     * @param bins those of deleted items, and what is within them; a server may not have all of them
     * @param others all others of the kind but the synced one
     * @param synced the folder that is synced, if it is there: an item may have come back, by another id
     */
    record Folders(List<FolderReference> bins, List<FolderReference> others, List<FolderReference> synced) {}

    Folders look() {
        FolderReference deleted = mailbox.folder(DELETED_ITEMS);
        List<FolderReference> bins = new ArrayList<>(List.of(deleted));
        RECOVERABLE.forEach(name -> bins.add(mailbox.folder(name)));
        List<String> view = synced.present().map(FolderKey::id).stream().toList();
        Set<String> left = new HashSet<>(view);
        for (Folder thrown : mailbox.findFolder().below(deleted)) {
            if (left.add(thrown.key().id())) {
                bins.add(FolderKey.of(thrown.key().id()));
            }
        }
        List<FolderReference> others = mailbox.findFolder().below(mailbox.folder("msgfolderroot")).stream()
                .filter(folder ->
                        folder.folderClass().isEmpty() || folder.folderClass().startsWith(folderClass))
                .map(folder -> folder.key().id())
                .filter(id -> !left.contains(id))
                .<FolderReference>map(FolderKey::of)
                .toList();
        return new Folders(
                bins, others, view.stream().<FolderReference>map(FolderKey::of).toList());
    }
}
