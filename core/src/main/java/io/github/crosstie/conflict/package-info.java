/**
 * What clashes: findings within one organization and across several, each with its participants and a remedy (C1 to C10).
 *
 * <p>Takes the rosters of all organizations, gives a report. The engine holds the enrollments that a report names; people, or
 * programs on their behalf, apply its remedies.
 */
@NullMarked
package io.github.crosstie.conflict;

import org.jspecify.annotations.NullMarked;
