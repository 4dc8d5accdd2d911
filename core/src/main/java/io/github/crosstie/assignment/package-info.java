/**
 * Who gets what: every user's effective configuration, and why every other route to a configuration lost.
 *
 * <p>Takes a directory and a configuration set, gives a roster. The conflict detection and the engine read the roster.
 */
@NullMarked
package io.github.crosstie.assignment;

import org.jspecify.annotations.NullMarked;
