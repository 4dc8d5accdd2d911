/**
 * What User Sync would do, as a value (G1): changes with their reasons and the ways by which users came into a set,
 * what a guard holds, what is left alone and why. Begin with {@link io.github.crosstie.engagement.plan.UserSyncPlan},
 * which {@link io.github.crosstie.engagement.UserSync#plan} makes, {@link
 * io.github.crosstie.engagement.UserSync#apply} carries out and {@link
 * io.github.crosstie.engagement.json.UserSyncPlanJson} keeps. The same directory, units and listings give the same
 * plan, byte for byte, and what is released of it is exactly what was seen.
 */
@NullMarked
package io.github.crosstie.engagement.plan;

import org.jspecify.annotations.NullMarked;
