/**
 * Carries plans out, with an outcome for every change, and verifies what is there.
 *
 * <p>A run may be repeated after a crash, a lost answer or a limit: it looks at the unit afresh, finds what was made
 * already, and goes on. The guards look again too, whatever the plan says.
 */
@NullMarked
package io.github.crosstie.engagement.apply;

import org.jspecify.annotations.NullMarked;
