/**
 * The way in: how do directories, configurations, connectors and a store become rounds that keep mailboxes in step?
 * Begin with {@link io.github.crosstie.Crosstie#builder}.
 *
 * <p>It only sequences: every step of the way is public API of its own in the packages below, and nothing uses this
 * package. It starts no thread, and whatever it does may be done again after any failure.
 */
@NullMarked
package io.github.crosstie;

import org.jspecify.annotations.NullMarked;
