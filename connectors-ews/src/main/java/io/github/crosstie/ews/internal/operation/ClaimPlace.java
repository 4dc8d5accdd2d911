package io.github.crosstie.ews.internal.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a mailbox's claim was found, remembered from one look to the next: the folder that holds claims, and the newest claim in it.
 * A claim's folder never changes, so what it says need not be read again; whether it is still the newest has to be asked. Thread-safe.
 */
public final class ClaimPlace {

    private volatile @Nullable FolderKey container;
    private volatile ClaimFolders.@Nullable Stored newest;

    /** Nothing is known yet. */
    public ClaimPlace() {}

    Optional<FolderKey> container() {
        return Optional.ofNullable(container);
    }

    /** The claim in a folder, if that is the one that was read last. */
    Optional<ClaimFolders.Stored> in(FolderKey folder) {
        return Optional.ofNullable(newest).filter(stored -> stored.folder().id().equals(folder.id()));
    }

    void found(FolderKey container) {
        this.container = container;
    }

    void read(ClaimFolders.Stored stored) {
        newest = stored;
    }

    void forget() {
        container = null;
        newest = null;
    }
}
