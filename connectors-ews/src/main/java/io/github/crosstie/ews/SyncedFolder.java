package io.github.crosstie.ews;

import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.ews.operation.Folder;
import io.github.crosstie.ews.operation.FolderKey;
import io.github.crosstie.ews.operation.FolderReference;
import io.github.crosstie.ews.operation.NewFolder;
import io.github.crosstie.ews.operation.Result;
import io.github.crosstie.ews.soap.ResponseCode;
import io.github.crosstie.ews.soap.Trouble;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.MailboxUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder whose items are synced: the calendar, or one folder under Contacts, which is made for the first item that
 * is written, not for reading (S12, S17). Looked up when it is first needed. For one thread at a time.
 */
final class SyncedFolder {

    private static final String CONTACTS = "contacts";

    private final Mailbox mailbox;
    private final FolderReference parent;
    private final @Nullable String name;
    private @Nullable FolderKey key;

    private SyncedFolder(Mailbox mailbox, String parent, @Nullable String name) {
        this.mailbox = mailbox;
        this.parent = mailbox.folder(parent);
        this.name = name;
    }

    static SyncedFolder calendar(Mailbox mailbox) {
        return new SyncedFolder(mailbox, "calendar", null);
    }

    static SyncedFolder contacts(Mailbox mailbox, String name) {
        return new SyncedFolder(mailbox, CONTACTS, name);
    }

    /** The folder, for reading; empty if it is not made yet. */
    Optional<FolderKey> present() {
        if (key == null) {
            key = (name == null ? Optional.of(well(get(List.of(parent)).get(0)).key()) : find(name))
                    .map(found -> FolderKey.of(found.id()))
                    .orElse(null);
        }
        return Optional.ofNullable(key);
    }

    /** The folder, for writing; made if it is not there. */
    FolderKey made() {
        FolderKey made = present().orElseGet(() -> make(Objects.requireNonNull(name, "name")));
        key = made;
        return made;
    }

    /** The ids of mailbox and folder, as they are now: both are others once the mailbox is made anew. */
    ScopeIdentity identity() {
        FolderReference top = mailbox.folder("msgfolderroot");
        Optional<FolderKey> known = present();
        if (known.isEmpty()) {
            return new ScopeIdentity(id(get(List.of(top)).get(0)));
        }
        List<Result<Folder>> both = get(List.of(top, known.get()));
        String place = id(both.get(0));
        if (name != null && both.get(1) instanceof Result.Failed<Folder> failed && isGone(failed.trouble())) {
            key = null;
            return present()
                    .map(other -> ScopeIdentity.of(place, other.id()))
                    .orElseGet(() -> new ScopeIdentity(place));
        }
        return ScopeIdentity.of(place, id(both.get(1)));
    }

    private String id(Result<Folder> folder) {
        return well(folder).key().id();
    }

    private List<Result<Folder>> get(List<FolderReference> folders) {
        return mailbox.getFolder().get(folders);
    }

    private Folder well(Result<Folder> result) {
        if (result instanceof Result.Done<Folder> done) {
            return done.value();
        }
        throw failure(((Result.Failed<Folder>) result).trouble(), "GetFolder");
    }

    private CrosstieException failure(Trouble trouble, String operation) {
        return isGone(trouble)
                ? new MailboxUnavailableException(
                        operation + ": the folder that is synced is not there any more; sync again")
                : trouble.toException(operation, mailbox.clock());
    }

    private static boolean isGone(Trouble trouble) {
        return trouble.is(ResponseCode.FOLDER_NOT_FOUND) || trouble.is(ResponseCode.ITEM_NOT_FOUND);
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
        Result<FolderKey> made =
                mailbox.createFolder().create(parent, new NewFolder(NewFolder.Kind.CONTACTS, displayName, Map.of()));
        if (made instanceof Result.Done<FolderKey> done) {
            return Optional.of(done.value());
        }
        Trouble trouble = ((Result.Failed<FolderKey>) made).trouble();
        if (trouble.is(ResponseCode.FOLDER_EXISTS)) {
            return Optional.empty();
        }
        throw failure(trouble, "CreateFolder");
    }
}
