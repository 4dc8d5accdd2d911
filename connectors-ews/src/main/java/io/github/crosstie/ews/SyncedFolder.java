package io.github.crosstie.ews;

import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.ews.internal.operation.Folder;
import io.github.crosstie.ews.internal.operation.FolderKey;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.NewFolder;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The folder whose items are synced: the calendar, or one folder under Contacts, which is made for the first item that
 * is written, not for reading (S12, S17). Looked up when it is first needed, and remembered for later rounds until the
 * server does not know it any more. For one thread at a time.
 */
final class SyncedFolder {

    private static final String CONTACTS = "contacts";
    private static final String CALENDAR = "calendar";

    private final Mailbox mailbox;
    private final KnownFolders known;
    private final KnownFolders.Sought sought;
    private final FolderReference parent;
    private final @Nullable String name;
    private @Nullable FolderKey key;
    /** The id of the mailbox's top folder, once it was asked for. */
    private @Nullable String top;
    /** Whether the server has known the folder since this object was made; else it is remembered at most. */
    private boolean confirmed;

    private SyncedFolder(Mailbox mailbox, KnownFolders known, String parent, @Nullable String name) {
        this.mailbox = mailbox;
        this.known = known;
        this.sought = new KnownFolders.Sought(mailbox.address(), parent, Objects.requireNonNullElse(name, ""));
        this.parent = mailbox.folder(parent);
        this.name = name;
        known.find(sought).ifPresent(place -> {
            top = place.mailbox();
            key = place.folder();
        });
    }

    static SyncedFolder calendar(Mailbox mailbox, KnownFolders known) {
        return new SyncedFolder(mailbox, known, CALENDAR, null);
    }

    static SyncedFolder contacts(Mailbox mailbox, KnownFolders known, String name) {
        return new SyncedFolder(mailbox, known, CONTACTS, name);
    }

    /**
     * Does something that reads in the folder, as it is known.
     *
     * @param reading what is done; tells of trouble of the whole folder by an exception
     * @param <T> what it gives
     * @return what it gave; empty if the folder is not made yet
     */
    <T> Optional<T> reading(Function<FolderKey, T> reading) {
        Optional<FolderKey> present = present();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        try {
            T read = reading.apply(present.get());
            confirmed = true;
            return Optional.of(read);
        } catch (CursorExpiredException expired) {
            confirm();
            throw expired;
        } catch (ThrottledException | UnavailableException busy) {
            throw busy;
        } catch (CrosstieException trouble) {
            forget();
            throw trouble;
        }
    }

    /** What is only remembered may be another folder, or of another mailbox, by now. */
    private void confirm() {
        if (confirmed) {
            return;
        }
        ScopeIdentity before = identity();
        forget();
        if (!identity().equals(before)) {
            throw new MailboxUnavailableException(
                    "the mailbox, or the folder that is synced, is another one by now; sync again");
        }
    }

    private void forget() {
        known.forget(sought);
        key = null;
        top = null;
        confirmed = false;
    }

    /** The folder, for reading; empty if it is not made yet. */
    Optional<FolderKey> present() {
        if (key == null) {
            key = name == null
                    ? FolderKey.of(id(get(List.of(parent)).get(0)))
                    : find(name).map(found -> FolderKey.of(found.id())).orElse(null);
            confirmed = key != null;
        }
        return Optional.ofNullable(key);
    }

    /** The folder, for writing; made if it is not there. */
    FolderKey made() {
        if (key != null) {
            confirm();
        }
        FolderKey made = present().orElseGet(() -> make(Objects.requireNonNull(name, "name")));
        remember(made);
        return made;
    }

    private void remember(FolderKey folder) {
        key = folder;
        confirmed = true;
        if (top != null) {
            known.found(sought, new KnownFolders.Place(top, folder));
        }
    }

    /** The ids of mailbox and folder: both are others once the mailbox is made anew. As remembered, if they are. */
    ScopeIdentity identity() {
        if (top != null && key != null) {
            return ScopeIdentity.of(top, key.id());
        }
        FolderReference above = mailbox.folder("msgfolderroot");
        Optional<FolderKey> present = present();
        if (present.isEmpty()) {
            top = id(get(List.of(above)).get(0));
            return new ScopeIdentity(top);
        }
        List<Optional<Folder>> both = get(List.of(above, present.get()));
        top = id(both.get(0));
        if (name != null && both.get(1).isEmpty()) {
            key = null;
            return present()
                    .map(other -> ScopeIdentity.of(Objects.requireNonNull(top), other.id()))
                    .orElseGet(() -> new ScopeIdentity(Objects.requireNonNull(top)));
        }
        remember(FolderKey.of(id(both.get(1))));
        return ScopeIdentity.of(top, Objects.requireNonNull(key).id());
    }

    private List<Optional<Folder>> get(List<FolderReference> folders) {
        return mailbox.getFolder().get(folders);
    }

    private static String id(Optional<Folder> folder) {
        return folder.map(present -> present.key().id())
                .orElseThrow(() -> new MailboxUnavailableException(
                        "GetFolder: the folder that is synced is not there any more; sync again"));
    }

    private FolderKey make(String displayName) {
        return create(displayName)
                .or(() -> find(displayName))
                .orElseThrow(() -> new MailboxUnavailableException(
                        "the folder of contacts to sync can be neither found nor made; is there another kind of"
                                + " folder of that name under Contacts?"));
    }

    private Optional<FolderKey> find(String displayName) {
        return mailbox.findFolder().find(parent, displayName, List.of()).stream()
                .filter(folder -> folder.folderClass().startsWith("IPF.Contact"))
                .map(Folder::key)
                .findFirst();
    }

    /** Nothing if somebody else was faster. */
    private Optional<FolderKey> create(String displayName) {
        return mailbox.createFolder().create(parent, new NewFolder(NewFolder.Kind.CONTACTS, displayName, Map.of()));
    }
}
