/** A door to what the benchmarks measure and the API does not show. */
@NullMarked
package io.github.crosstie.engagement.api;

import org.jspecify.annotations.NullMarked;
