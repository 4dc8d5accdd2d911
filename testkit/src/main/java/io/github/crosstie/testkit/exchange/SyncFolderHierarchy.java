package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** SyncFolderHierarchy: what has changed below a folder; its states are not those of a folder's items. */
final class SyncFolderHierarchy implements Operation {

    @Override
    public Tree answer(Call call) {
        return new Answers(call).add(() -> changes(call)).response();
    }

    private static Tree[] changes(Call call) throws Refusal {
        Tree holder = call.body().child("m:SyncFolderId");
        StoredFolder root =
                holder == null ? call.mailbox().distinguished("msgfolderroot") : FolderLookup.in(call, holder);
        StoredMailbox mailbox = FolderLookup.owner(call, root);
        String scope = "hierarchy " + root.id;
        String given = call.body().textOf("m:SyncState");
        SyncState state = given.isEmpty()
                ? SyncState.start(mailbox)
                : SyncState.read(given, mailbox, scope).next(mailbox);
        List<Tree> changes = new ArrayList<>();
        for (StoredFolder folder : mailbox.folders.values()) {
            if (folder.isIn(root) && folder.changed > state.base()) {
                String kind = folder.created > state.base() ? "t:Create" : "t:Update";
                changes.add(Tree.of(kind, FolderView.show(call, folder)));
            }
        }
        for (Map.Entry<Long, StoredMailbox.DeletedFolder> gone :
                mailbox.deletedFolders.tailMap(state.base(), false).entrySet()) {
            if (gone.getValue().created() <= state.base()) {
                changes.add(Tree.of(
                        "t:Delete",
                        Tree.of("t:FolderId").with("Id", gone.getValue().id())));
            }
        }
        return new Tree[] {
            Tree.of("m:SyncState", state.finished().write(mailbox, scope)),
            Tree.of("m:IncludesLastFolderInRange", "true"),
            Tree.of("m:Changes", changes)
        };
    }
}
