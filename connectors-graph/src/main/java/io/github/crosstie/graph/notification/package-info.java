/**
 * Word from Graph that something changed, over the host's own web framework: subscriptions, and plain functions for the
 * two kinds of requests that Graph sends. Notifications are hints: some come twice, some never, so a round is run on
 * them and on a schedule too. There is no server here.
 */
@NullMarked
package io.github.crosstie.graph.notification;

import org.jspecify.annotations.NullMarked;
