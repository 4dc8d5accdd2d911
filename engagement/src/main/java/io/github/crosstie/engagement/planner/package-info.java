/**
 * Finds out what User Sync would do: who is meant and by which role, who is there, who wants whose address, in which
 * order, and what a guard holds. {@link io.github.crosstie.engagement.UserSync} lists units and plans; begin with
 * {@link io.github.crosstie.engagement.planner.UserSyncPlanner} only where the host has listed them by itself. It
 * calls nobody, and the same directory, units, listings and moment give the same plan, byte for byte.
 *
 * <pre>{@code
 * UserSyncPlanner planner = UserSyncPlanner.create(directory, units, observed, UserSyncSettings.DEFAULT);
 * UserSyncPlan plan = planner.plan(ledgers, now);
 *
 * planner = planner.withDirectory(directory.update().put(promoted).build());   // costs what has changed
 * WhatIf what = planner.whatIf(new Hypothesis().moveRole(emea, worldwide), ledgers, now);
 * what.difference().users().forEach(System.out::println);
 * }</pre>
 */
@NullMarked
package io.github.crosstie.engagement.planner;

import org.jspecify.annotations.NullMarked;
