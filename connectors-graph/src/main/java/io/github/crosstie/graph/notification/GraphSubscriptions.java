package io.github.crosstie.graph.notification;

import io.github.crosstie.connector.Owner;
import java.util.Optional;

/**
 * The subscriptions of mailboxes. They end by themselves, after three days at the latest: renew each at its
 * {@link GraphSubscription#renewAt}. The host keeps them; nothing is kept here. Thread-safe; calls block the calling
 * thread, and throw what every call to Graph throws.
 */
public interface GraphSubscriptions {

    /**
     * Makes a subscription. While this call is on its way, Graph sends a request to both addresses, which the host
     * answers with {@link GraphNotifications#validation}.
     *
     * @param request what to be told of
     * @return the subscription
     * @throws io.github.crosstie.fault.InvalidInputException if Graph does not take the addresses, as when it gets no
     *     answer there
     * @throws io.github.crosstie.fault.CrosstieException if there is no answer; a subscription that nobody knows then
     *     ends by itself, and what it sends is refused where another secret is used
     */
    GraphSubscription create(SubscriptionRequest request);

    /**
     * Lets a subscription live on, and signs it in anew. May be repeated.
     *
     * @param subscription as it was made or renewed last
     * @return with its new end; empty if it is not there any more: make another one, and run a round for what was missed
     */
    Optional<GraphSubscription> renew(GraphSubscription subscription);

    /**
     * Ends a subscription. May be repeated.
     *
     * @param mailbox whose
     * @param id its id
     */
    void end(Owner mailbox, String id);
}
