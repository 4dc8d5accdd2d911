package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** One operation of Exchange Web Services. */
interface Operation {

    /**
     * Does the work and answers.
     *
     * @param call the request
     * @return the element of the response
     * @throws Refusal if the whole request is refused: a fault
     */
    Tree answer(Call call) throws Refusal;
}
