/**
 * How to sync: configurations as values, with the documented defaults, and the assignments that say for whom.
 *
 * <p>Nothing here looks at a directory; who is meant by an assignment is decided by the next package.
 */
@NullMarked
package io.github.crosstie.configuration;

import org.jspecify.annotations.NullMarked;
