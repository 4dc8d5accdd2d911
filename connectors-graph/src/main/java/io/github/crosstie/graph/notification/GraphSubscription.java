package io.github.crosstie.graph.notification;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A subscription, for the host to keep: notices name it by its id.
 *
 * @param id its id
 * @param mailbox whose items it is about
 * @param kind contacts or events
 * @param renewAt when to renew it: half-way to its end, so that a failure can be made up for
 * @param expiresAt when it ends, as Graph said
 */
public record GraphSubscription(String id, Owner mailbox, ItemKind kind, Instant renewAt, Instant expiresAt) {

    /** Checks that nothing is missing. */
    public GraphSubscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(renewAt, "renewAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /**
     * A subscription as Graph answered at a moment.
     *
     * @param id its id
     * @param mailbox whose items it is about
     * @param kind contacts or events
     * @param now when the answer came
     * @param expiresAt when it ends
     * @return the subscription, to be renewed half-way
     */
    public static GraphSubscription until(String id, Owner mailbox, ItemKind kind, Instant now, Instant expiresAt) {
        Duration left = Duration.between(now, expiresAt);
        return new GraphSubscription(id, mailbox, kind, now.plus(left.dividedBy(2)), expiresAt);
    }
}
