/**
 * Word from Graph that something changed, over the host's own web framework. Begin with {@link
 * io.github.crosstie.graph.GraphConnector#subscriptions}, which makes subscriptions, and answer what Graph then sends
 * by {@link io.github.crosstie.graph.notification.GraphNotifications}. Notifications are hints: some come twice, some
 * never, so a round is run on them and on a schedule too; there is no server here, and what does not carry the secret
 * is left out.
 */
@NullMarked
package io.github.crosstie.graph.notification;

import org.jspecify.annotations.NullMarked;
