/**
 * What User Sync would do, as a value (G1): changes with their reasons and the ways by which users came into a set,
 * what a guard holds, what is left alone and why.
 *
 * <p>Plans are made by the package {@code planner}, carried out by {@code apply}, and kept as documents by
 * {@code json}. The same directory, units and listings give the same plan, byte for byte.
 */
@NullMarked
package io.github.crosstie.engagement.plan;

import org.jspecify.annotations.NullMarked;
