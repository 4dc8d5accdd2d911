/**
 * Nodes that share mailboxes, in virtual time: how late rounds begin when one of the nodes dies. What a node does with
 * the mailboxes it has taken is the library's own {@link io.github.crosstie.dispatch.Dispatch}, by a clock and an
 * executor that live in virtual time; the table from which nodes take mailboxes, heartbeats and the duration of rounds
 * are a model.
 */
@NullMarked
package io.github.crosstie.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
