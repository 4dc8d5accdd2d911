/** How time and memory grow with size: measures it, and draws it. */
@NullMarked
package io.github.crosstie.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
