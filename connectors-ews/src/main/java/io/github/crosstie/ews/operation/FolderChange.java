package io.github.crosstie.ews.operation;

/** A change among the folders of a mailbox since a sync state. */
public sealed interface FolderChange {

    /**
     * A folder is there, or is another than before.
     *
     * @param folder the folder
     */
    record Present(Folder folder) implements FolderChange {}

    /**
     * A folder is not there any more.
     *
     * @param key the folder
     */
    record Deleted(FolderKey key) implements FolderChange {}
}
