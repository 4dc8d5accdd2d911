package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Tree;

/** GetFolder: one message per id. */
final class GetFolder implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call, Tree.of("m:Folders"));
        for (Tree id : call.body().in("m:FolderIds")) {
            answers.add(() -> new Tree[] {Tree.of("m:Folders", FolderView.show(call, FolderLookup.folder(call, id)))});
        }
        return answers.response();
    }
}
