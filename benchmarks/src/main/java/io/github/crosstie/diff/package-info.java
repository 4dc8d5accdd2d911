/** A door to what the benchmarks measure and the API does not show. */
@NullMarked
package io.github.crosstie.diff;

import org.jspecify.annotations.NullMarked;
