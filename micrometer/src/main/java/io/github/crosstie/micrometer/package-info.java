/** What rounds do, as meters of Micrometer: a listener for {@code Crosstie.builder().listener(...)}. */
@Incubating
@NullMarked
package io.github.crosstie.micrometer;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
