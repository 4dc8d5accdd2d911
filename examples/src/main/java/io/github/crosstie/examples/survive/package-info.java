/**
 * {@code survive}: the engine in processes that are killed again and again, between two servers that stay. {@code Survival} is the
 * whole of it; {@code Worker} is what dies.
 */
@NullMarked
package io.github.crosstie.examples.survive;

import org.jspecify.annotations.NullMarked;
