/**
 * User Sync for Account Engagement: keeps the users of business units in step with the users of the CRM, who are the
 * source of truth. Begin with {@link io.github.crosstie.engagement.UserSync}: it plans, applies, verifies and turns
 * back. A plan is a value that can be looked at first, nothing is taken away on the strength of a listing that is not
 * proven whole (G3), and no run takes the last Administrator (G2).
 *
 * <pre>{@code
 * UserSync sync = UserSync.builder(directory, units).target(target).ledgers(ledgers).clock(clock).build();
 * UserSyncPlan plan = sync.plan();                         // a value: print it, keep it as JSON, compare it
 * System.out.println(PlanText.of(plan));
 *
 * UnitPlan campaigns = plan.unit(unit);                    // a guard may hold changes, each for a stated reason
 * UserSyncPlan released = campaigns.token().map(token -> plan.release(unit, token)).orElse(plan);
 * ApplyReport report = sync.apply(released);               // an outcome for every change; run again after a crash
 * DriftReport drift = sync.verify();                       // and for a system that takes no writes, this alone
 * UserSyncPlan back = sync.undo(released);                 // the way back, guarded like any plan
 * }</pre>
 */
@NullMarked
package io.github.crosstie.engagement;

import org.jspecify.annotations.NullMarked;
