/**
 * Runnable examples. {@code Quickstart} walks the whole way once: who syncs by what, what clashes, what a first sync
 * would do, the sync itself, and the proof that both sides hold what people typed. {@code EngagementWalk} does the same
 * for the users of business units.
 */
@NullMarked
package io.github.crosstie.examples;

import org.jspecify.annotations.NullMarked;
