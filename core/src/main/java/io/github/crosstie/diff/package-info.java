/**
 * What differs? Among many records: the links and what both records of each looked like when they were last in step
 * ({@link io.github.crosstie.diff.LinkIndex}), against what a side lists now. Of one record: the three-way merge,
 * field by field, against what was last seen on each side; begin with {@link io.github.crosstie.diff.ThreeWayMerge}.
 *
 * <p>Takes values and gives values; reads and writes nothing. The planner turns the result of a merge into changes.
 */
@Incubating
@NullMarked
package io.github.crosstie.diff;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
