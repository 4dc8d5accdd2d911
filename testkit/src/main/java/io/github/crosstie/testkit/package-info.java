/**
 * For authors of tests and of connectors.
 *
 * <p>A test of an application that syncs starts with two {@link io.github.crosstie.memory.InMemorySystem}s of core, a CRM and a
 * mailbox: people edit their records by hand, and {@link io.github.crosstie.memory.InMemoryFaults} loses answers, refuses writes
 * and expires cursors on the engine's way there. {@link io.github.crosstie.testkit.MutableClock} stands still until the test moves
 * it, {@link io.github.crosstie.testkit.SequentialIds} makes ids that repeat from run to run, {@link
 * io.github.crosstie.testkit.Items} makes contacts and events of which a test says only what matters. Authors of a connector or of a
 * store extend {@link io.github.crosstie.testkit.EndpointContract} or {@link io.github.crosstie.testkit.StateStoreContract}: the
 * SPIs' promises as tests.
 */
@NullMarked
package io.github.crosstie.testkit;

import org.jspecify.annotations.NullMarked;
