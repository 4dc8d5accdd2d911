/**
 * What differs: the three-way merge of one record, field by field, against what was last seen on each side.
 *
 * <p>Takes values and gives values; knows neither ids nor versions nor links. The planner turns its result into changes.
 */
@Incubating
@NullMarked
package io.github.crosstie.diff;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
