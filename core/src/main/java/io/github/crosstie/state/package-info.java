/**
 * What do we know: links between records with what was last seen on each side, cursors, observations, open intents,
 * leases. Begin with {@link io.github.crosstie.state.StateStore}, which a durable store implements; {@link
 * io.github.crosstie.state.CollectionState} is the working copy that a round plans on.
 *
 * <p>Only observations are stored, never planned work: what to do is computed anew from them each time, so that a
 * store that lags or is lost costs time and no record.
 */
@Incubating
@NullMarked
package io.github.crosstie.state;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
