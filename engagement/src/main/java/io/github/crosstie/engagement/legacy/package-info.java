/**
 * The settings of the time before assignment sets, read as ours: what stays, and what will be otherwise, with how many
 * people that touches.
 */
@NullMarked
package io.github.crosstie.engagement.legacy;

import org.jspecify.annotations.NullMarked;
