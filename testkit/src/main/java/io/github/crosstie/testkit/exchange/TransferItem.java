package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.ItemDisposal;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** MoveItem and CopyItem: what arrives has a new id. */
final class TransferItem implements Operation {

    private final boolean copies;

    TransferItem(boolean copies) {
        this.copies = copies;
    }

    @Override
    public Tree answer(Call call) throws Refusal {
        Answers answers = new Answers(call, Tree.of("m:Items"));
        for (Tree id : call.body().in("m:ItemIds")) {
            answers.add(() -> transfer(call, id));
        }
        return answers.response();
    }

    private Tree[] transfer(Call call, Tree id) throws Refusal {
        Tree holder = call.body().child("m:ToFolderId");
        if (holder == null) {
            throw new Refusal("ErrorMissingArgument", "The target folder is missing.");
        }
        StoredFolder target = FolderLookup.in(call, holder);
        ItemLookup.Found found = RequestedItem.find(call, id);
        StoredItem item = found.whole();
        if (FolderLookup.owner(call, target).number != found.mailbox().number) {
            throw new Refusal("ErrorCrossMailboxMoveCopy", "Move and copy to another mailbox are not supported.");
        }
        if (copies) {
            item = ItemDisposal.copy(found.mailbox(), item, target);
        } else {
            found.mailbox().move(item, target);
        }
        Tree shown = ItemShape.idOnly().show(ShownItem.of(found.mailbox(), item), call.times());
        boolean tells = !call.body().textOf("m:ReturnNewItemIds").equals("false");
        return new Tree[] {tells ? Tree.of("m:Items", shown) : Tree.of("m:Items")};
    }
}
