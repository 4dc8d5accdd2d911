/**
 * The way in: {@link io.github.crosstie.Crosstie} ties directories, configurations, connectors and a store together.
 *
 * <p>It only sequences; every step of the way is public API of its own in the packages below. Nothing uses this package.
 */
@NullMarked
package io.github.crosstie;

import org.jspecify.annotations.NullMarked;
