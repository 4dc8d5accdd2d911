package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.FieldChange;
import io.github.crosstie.testkit.internal.mailbox.Invitations;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup;
import io.github.crosstie.testkit.internal.mailbox.ItemUpdate;
import io.github.crosstie.testkit.internal.mailbox.Occurrence;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;

/** UpdateItem: writes are conditional on the change key as the request says. */
final class UpdateItem implements Operation {

    @Override
    public Tree answer(Call call) throws Refusal {
        Answers answers = new Answers(call, Tree.of("m:Items"));
        for (Tree change : call.body().in("m:ItemChanges")) {
            answers.add(() -> update(call, change));
        }
        return answers.response();
    }

    private static Tree[] update(Call call, Tree change) throws Refusal {
        ItemLookup.Found found = RequestedItem.find(call, change.children().get(0));
        String mode = "SendToNone";
        if (found.item().isEvent()) {
            mode = call.required(
                    "SendMeetingInvitationsOrCancellations", "ErrorSendMeetingInvitationsOrCancellationsRequired");
        }
        checkChangeKey(call, found);
        Tree updates = change.child("t:Updates");
        List<FieldChange> changes = updates == null ? List.of() : FieldChange.read(updates);
        Properties before = properties(found);
        ItemUpdate.apply(found, changes, call.times());
        ItemLookup.Found after = RequestedItem.find(
                call, Tree.of("t:ItemId").with("Id", ShownItem.of(found).id()));
        if (found.item().isEvent()) {
            Invitations.updated(found.mailbox(), before, properties(after), mode);
        }
        return new Tree[] {
            Tree.of("m:Items", ItemShape.idOnly().show(ShownItem.of(after), call.times())),
            Tree.of("m:ConflictResults", Tree.of("t:Count", "0"))
        };
    }

    private static Properties properties(ItemLookup.Found found) {
        Occurrence occurrence = found.occurrence();
        return occurrence == null ? found.item().properties : occurrence.properties();
    }

    private static void checkChangeKey(Call call, ItemLookup.Found found) throws Refusal {
        String resolution = call.body().attribute("ConflictResolution");
        if (resolution.equals("AlwaysOverwrite")) {
            return;
        }
        if (found.givenChangeKey().isEmpty()) {
            throw new Refusal(
                    "ErrorChangeKeyRequired",
                    "A change key is required for this operation unless it always overwrites.");
        }
        boolean current = found.givenChangeKey().equals(found.changeKey())
                || found.givenChangeKey().equals(found.item().changeKey);
        if (resolution.equals("NeverOverwrite") && !current) {
            throw new Refusal(
                    "ErrorIrresolvableConflict",
                    "The send or update operation could not be performed because the change key passed in the request "
                            + "does not match the current change key for the item.");
        }
    }
}
