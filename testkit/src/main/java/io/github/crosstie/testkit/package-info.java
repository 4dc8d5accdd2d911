/**
 * For authors of tests and of connectors.
 *
 * <p>A test of an application that syncs starts with a {@link io.github.crosstie.testkit.SyncedUser}: a CRM, a mailbox,
 * a store and a {@link io.github.crosstie.testkit.MutableClock} that stands still until the test moves it. People edit
 * their records by hand, {@link io.github.crosstie.memory.InMemoryFaults} and {@link
 * io.github.crosstie.testkit.FailingStore} stand on the engine's way, {@link io.github.crosstie.testkit.SyncAssertions}
 * says in sentences what must come of it, {@link io.github.crosstie.testkit.SequentialIds} makes ids that repeat from
 * run to run, {@link io.github.crosstie.testkit.Items} makes contacts and events of which a test says only what
 * matters. Authors of a connector or of a store extend {@link io.github.crosstie.testkit.EndpointContract} or {@link
 * io.github.crosstie.testkit.StateStoreContract}: the SPIs' promises as tests.
 */
@NullMarked
package io.github.crosstie.testkit;

import org.jspecify.annotations.NullMarked;
