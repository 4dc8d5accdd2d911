/**
 * For authors of tests and of connectors.
 *
 * <p>{@link io.github.crosstie.testkit.EndpointContract} and {@link io.github.crosstie.testkit.StateStoreContract} are the
 * SPIs' promises as tests; extend them and give them what you built. {@link io.github.crosstie.testkit.MutableClock}, {@link
 * io.github.crosstie.testkit.SequentialIds} and {@link io.github.crosstie.testkit.Items} keep tests short and repeatable.
 */
@NullMarked
package io.github.crosstie.testkit;

import org.jspecify.annotations.NullMarked;
