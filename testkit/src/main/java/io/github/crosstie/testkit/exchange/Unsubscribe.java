package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** Unsubscribe. */
final class Unsubscribe implements Operation {

    @Override
    public Tree answer(Call call) {
        return new Answers(call)
                .add(() -> {
                    if (!call.subscriptions().remove(call.body().textOf("m:SubscriptionId"))) {
                        throw new Refusal("ErrorSubscriptionNotFound", "The subscription does not exist.");
                    }
                    return new Tree[0];
                })
                .response();
    }
}
