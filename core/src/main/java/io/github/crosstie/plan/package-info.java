/**
 * What to do: one round's changes as a value, with the reason for whatever is left alone.
 *
 * <p>{@link io.github.crosstie.plan.Planner} is a pure function of settings, state and what was read; it draws no ids and
 * calls nobody. The next package carries a plan out; a dry run stops here.
 * A {@link io.github.crosstie.plan.SyncPlan} says what it presumes, so that it can be kept and carried out later as far as that still
 * holds, and {@link io.github.crosstie.plan.PlanDifference} compares two.
 */
@Incubating
@NullMarked
package io.github.crosstie.plan;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
