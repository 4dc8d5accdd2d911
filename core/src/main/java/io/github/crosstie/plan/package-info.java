/**
 * What would a round do, and why is the rest left alone? Begin with {@link io.github.crosstie.plan.SyncPlan}, which
 * {@link io.github.crosstie.plan.Planner} makes of settings, state and what was read.
 *
 * <p>Planning is a pure function: it draws no ids and calls nobody, and the same input gives the same plan. A plan
 * says what it presumes, so that it can be kept and carried out later as far as that still holds, and {@link
 * io.github.crosstie.plan.PlanDifference} compares two. The next package carries a plan out; a dry run stops here.
 */
@Incubating
@NullMarked
package io.github.crosstie.plan;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
