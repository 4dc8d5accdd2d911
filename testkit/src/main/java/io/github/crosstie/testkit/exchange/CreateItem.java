package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Invitations;
import io.github.crosstie.testkit.internal.mailbox.ItemSaving;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** CreateItem: one message per item, in their order. */
final class CreateItem implements Operation {

    @Override
    public Tree answer(Call call) throws Refusal {
        Answers answers = new Answers(call, Tree.of("m:Items"));
        for (Tree item : call.body().in("m:Items")) {
            answers.add(() -> create(call, item));
        }
        return answers.response();
    }

    private static Tree[] create(Call call, Tree item) throws Refusal {
        Tree holder = call.body().child("m:SavedItemFolderId");
        StoredFolder folder = holder == null
                ? call.mailbox().distinguished(ItemSaving.defaultFolder(item.localName()))
                : FolderLookup.in(call, holder);
        String mode = "SendToNone";
        if (item.localName().equals("CalendarItem")) {
            mode = call.required("SendMeetingInvitations", "ErrorSendMeetingInvitationsRequired");
        } else if (item.localName().equals("Message")
                && call.body().attribute("MessageDisposition").isEmpty()) {
            throw new Refusal("ErrorMessageDispositionRequired", "The attribute MessageDisposition is required.");
        }
        StoredMailbox owner = FolderLookup.owner(call, folder);
        StoredItem stored = ItemSaving.create(owner, folder, item, call.times());
        Invitations.created(owner, stored, mode);
        Tree shown = ItemShape.idOnly().show(ShownItem.of(owner, stored), call.times());
        return new Tree[] {Tree.of("m:Items", shown)};
    }
}
