/**
 * Nodes that share mailboxes, in virtual time: how late rounds begin when one of the nodes dies. Each round goes through the library's own
 * {@link io.github.crosstie.dispatch.Dispatch}, by a clock and threads that live in virtual time; the table from which nodes take
 * mailboxes, their heartbeats, and how long rounds take, are a model.
 */
@NullMarked
package io.github.crosstie.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
