/**
 * What we know: links between records with what was last seen on each side, cursors, observations, open intents, leases.
 *
 * <p>{@link io.github.crosstie.state.StateStore} is what a durable store implements; {@link
 * io.github.crosstie.state.CollectionState} is the working copy that a round plans on. Only observations are stored, never
 * planned work: what to do is computed anew from them each time.
 */
@Incubating
@NullMarked
package io.github.crosstie.state;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
