package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.ItemDisposal;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;

/** EmptyFolder: the items of a folder go, hidden ones stay, and folders in it too unless the request says so. */
final class EmptyFolder implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call);
        for (Tree id : call.body().in("m:FolderIds")) {
            answers.add(() -> empty(call, FolderLookup.folder(call, id)));
        }
        return answers.response();
    }

    private static Tree[] empty(Call call, StoredFolder folder) {
        StoredMailbox mailbox = FolderLookup.owner(call, folder);
        String type = call.body().attribute("DeleteType");
        for (StoredItem item : List.copyOf(folder.items.values())) {
            if (!item.associated) {
                ItemDisposal.delete(new ItemLookup.Found(mailbox, item, null, ""), type);
            }
        }
        if (call.body().attribute("DeleteSubFolders").equals("true")) {
            for (StoredFolder below : List.copyOf(mailbox.folders.values())) {
                if (below.isIn(folder)) {
                    mailbox.removeFolder(below);
                }
            }
        }
        return new Tree[0];
    }
}
