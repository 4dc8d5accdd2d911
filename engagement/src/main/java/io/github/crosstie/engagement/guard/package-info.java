/**
 * Holds what takes too much away: the last active Administrator (G2), too many users recycled, too many demoted (S13).
 *
 * <p>The same guards look at a plan when it is made, and again when it is carried out, whatever became of it in
 * between.
 */
@NullMarked
package io.github.crosstie.engagement.guard;

import org.jspecify.annotations.NullMarked;
