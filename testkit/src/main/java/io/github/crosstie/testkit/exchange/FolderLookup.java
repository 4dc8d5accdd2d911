package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Ids;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;

/** Finds the folders that requests name. */
final class FolderLookup {

    private FolderLookup() {}

    /** The folder that an element of a request names by its only child. */
    static StoredFolder in(Call call, Tree holder) throws Refusal {
        List<Tree> ids = holder.children();
        if (ids.isEmpty()) {
            throw new Refusal("ErrorMissingArgument", "The folder is missing.");
        }
        return folder(call, ids.get(0));
    }

    /** The folder of a FolderId or a DistinguishedFolderId. */
    static StoredFolder folder(Call call, Tree id) throws Refusal {
        if (id.name().equals("t:DistinguishedFolderId")) {
            StoredFolder folder = mailboxOf(call, id).distinguished.get(id.attribute("Id"));
            if (folder == null) {
                throw new Refusal("ErrorFolderNotFound", "The specified folder could not be found in the store.");
            }
            return folder;
        }
        String text = id.attribute("Id");
        if (!Ids.isFolder(text)) {
            throw Ids.parse(text) == null
                    ? new Refusal("ErrorInvalidIdMalformed", "Id is malformed.")
                    : new Refusal("ErrorCannotUseItemIdForFolderId", "The id of an item cannot name a folder.");
        }
        for (StoredMailbox mailbox : RequestedItem.reach(call)) {
            StoredFolder folder = mailbox.folders.get(text);
            if (folder != null) {
                return folder;
            }
        }
        throw new Refusal("ErrorFolderNotFound", "The specified folder could not be found in the store.");
    }

    private static StoredMailbox mailboxOf(Call call, Tree id) throws Refusal {
        Tree named = id.child("t:Mailbox");
        if (named == null) {
            return call.mailbox();
        }
        StoredMailbox mailbox = call.organization().find(named.textOf("t:EmailAddress"));
        if (mailbox == null) {
            throw new Refusal("ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.");
        }
        if (call.impersonated() && mailbox.number != call.mailbox().number) {
            throw new Refusal("ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
        return mailbox;
    }

    /** The mailbox that a folder is in. */
    static StoredMailbox owner(Call call, StoredFolder folder) {
        for (StoredMailbox mailbox : call.organization().all()) {
            if (mailbox.folders.containsKey(folder.id)) {
                return mailbox;
            }
        }
        throw new IllegalStateException("a folder lies in no mailbox");
    }
}
