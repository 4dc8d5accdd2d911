package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.Refusal;

/** What stands at the paths below one name of a mailbox. Called by one thread at a time, under the mailboxes' lock. */
interface Resource {

    /**
     * Answers a request.
     *
     * @param request the request, whose path begins with the resource's name
     * @return the answer
     * @throws GraphRefusal if Graph refuses it
     * @throws Refusal if the mailbox does
     */
    GraphReply answer(GraphRequest request) throws GraphRefusal, Refusal;
}
