package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Invitations;
import io.github.crosstie.testkit.internal.mailbox.ItemDisposal;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup;
import io.github.crosstie.testkit.internal.mailbox.Occurrence;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** DeleteItem. */
final class DeleteItem implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call);
        for (Tree id : call.body().in("m:ItemIds")) {
            answers.add(() -> delete(call, id));
        }
        return answers.response();
    }

    private static Tree[] delete(Call call, Tree id) throws Refusal {
        ItemLookup.Found found = RequestedItem.find(call, id);
        if (found.item().isEvent()) {
            String mode = call.required("SendMeetingCancellations", "ErrorSendMeetingCancellationsRequired");
            Occurrence occurrence = found.occurrence();
            Invitations.cancelled(
                    found.mailbox(), occurrence == null ? found.item().properties : occurrence.properties(), mode);
        }
        ItemDisposal.delete(found, call.body().attribute("DeleteType"));
        return new Tree[0];
    }
}
