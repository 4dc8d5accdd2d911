package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** DeleteFolder: the folder goes for good, with all that is in it. */
final class DeleteFolder implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call);
        for (Tree id : call.body().in("m:FolderIds")) {
            answers.add(() -> delete(call, id));
        }
        return answers.response();
    }

    private static Tree[] delete(Call call, Tree id) throws Refusal {
        StoredFolder folder = FolderLookup.folder(call, id);
        if (!folder.distinguishedName.isEmpty()) {
            throw new Refusal("ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted.");
        }
        FolderLookup.owner(call, folder).removeFolders(folder);
        return new Tree[0];
    }
}
