package io.github.crosstie.testkit.exchange;

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
        ItemLookup.Found found = ItemLookup.find(call, id);
        if (found.item().isEvent()) {
            String mode =
                    Invitations.required(call, "SendMeetingCancellations", "ErrorSendMeetingCancellationsRequired");
            Occurrence occurrence = found.occurrence();
            Invitations.cancelled(
                    found.mailbox(), occurrence == null ? found.item().properties : occurrence.properties(), mode);
        }
        ItemDisposal.delete(found, call.body().attribute("DeleteType"));
        return new Tree[0];
    }
}
