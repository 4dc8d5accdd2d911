/**
 * Who gets what: every user's effective configuration, and why every other route to a configuration lost. Begin with
 * {@link io.github.crosstie.assignment.AssignmentResolver}, which makes a {@link io.github.crosstie.assignment.Roster}
 * of a directory and a configuration set.
 *
 * <p>The same input gives the same answer, each with a witness for every route; where a membership cannot be read the
 * answer says that it is not certain. The conflict detection and the engine read the roster.
 */
@NullMarked
package io.github.crosstie.assignment;

import org.jspecify.annotations.NullMarked;
