package io.github.crosstie.graph.notification;

/** One piece of word from Graph. Its subscription tells the mailbox: Graph names people by ids of its own. */
public sealed interface GraphNotice {

    /**
     * Which subscription it belongs to.
     *
     * @return the id
     */
    String subscriptionId();

    /**
     * An item was made, changed or removed: run a round for the mailbox. Several at once need one round.
     *
     * @param subscriptionId the subscription
     * @param itemId the item's id as Graph gives it, of the form that does not last; empty if there is none
     */
    record ItemChanged(String subscriptionId, String itemId) implements GraphNotice {}

    /**
     * The subscription's sign-in is about to run out: {@linkplain GraphSubscriptions#renew renew} it now.
     *
     * @param subscriptionId the subscription
     */
    record RenewalNeeded(String subscriptionId) implements GraphNotice {}

    /**
     * The subscription is gone: {@linkplain GraphSubscriptions#create make} another one, and run a round for the mailbox.
     *
     * @param subscriptionId the subscription
     */
    record SubscriptionRemoved(String subscriptionId) implements GraphNotice {}

    /**
     * Some word was lost, or is of a kind that this library does not know: run a round for the mailbox.
     *
     * @param subscriptionId the subscription
     */
    record NoticesMissed(String subscriptionId) implements GraphNotice {}
}
