/**
 * Finds out what User Sync would do: who is meant and by which role, who is there, who wants whose address, in which
 * order, and what a guard holds.
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
