package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** GetItem: one message per id; one that fails does not disturb the others. */
final class GetItem implements Operation {

    @Override
    public Tree answer(Call call) throws Refusal {
        ItemShape shape = ItemShape.read(call.body(), ItemShape.Place.ONE_BY_ONE);
        Answers answers = new Answers(call, Tree.of("m:Items"));
        for (Tree id : call.body().in("m:ItemIds")) {
            answers.add(() -> {
                ShownItem item = ShownItem.of(RequestedItem.find(call, id));
                return new Tree[] {Tree.of("m:Items", shape.show(item, call.times()))};
            });
        }
        return answers.response();
    }
}
