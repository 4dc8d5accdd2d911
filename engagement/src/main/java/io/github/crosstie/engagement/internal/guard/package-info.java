/**
 * How the guards come to what they say: who is an active Administrator, how much was taken away of late, and which of a
 * plan's changes are held for it. The same code judges a plan when it is made and again when it is carried out.
 */
@NullMarked
package io.github.crosstie.engagement.internal.guard;

import org.jspecify.annotations.NullMarked;
