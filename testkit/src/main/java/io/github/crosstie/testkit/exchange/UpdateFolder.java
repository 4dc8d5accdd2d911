package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** UpdateFolder: folders get other names; they keep all else. */
final class UpdateFolder implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call, Tree.of("m:Folders"));
        for (Tree change : call.body().in("m:FolderChanges")) {
            answers.add(() -> update(call, change));
        }
        return answers.response();
    }

    private static Tree[] update(Call call, Tree change) throws Refusal {
        StoredFolder folder = FolderLookup.folder(call, change.children().get(0));
        for (Tree update : change.in("t:Updates")) {
            Tree holder = update.children().get(update.children().size() - 1);
            Tree name = holder.child("t:DisplayName");
            if (!update.name().equals("t:SetFolderField") || name == null) {
                throw new Refusal("ErrorInvalidPropertySet", "Of folders, this server changes the names only.");
            }
            FolderLookup.owner(call, folder).rename(folder, name.text());
        }
        Tree shown = Tree.of("t:" + folder.element(), FolderView.id("t:FolderId", folder));
        return new Tree[] {Tree.of("m:Folders", shown)};
    }
}
