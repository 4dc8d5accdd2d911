/**
 * What clashes, within one organization and across several, and what settles it (C1 to C10)? Begin with {@link
 * io.github.crosstie.conflict.ConflictDetector}, which takes the rosters of all organizations and gives a {@link
 * io.github.crosstie.conflict.ConflictReport}.
 *
 * <p>Every finding names its participants and a remedy, in words and as steps that were tried: one that would change
 * what others sync by says whose, and is never the default. Nothing is changed from here: the engine holds the
 * enrollments that a report names; people, or programs on their behalf, apply its remedies.
 */
@NullMarked
package io.github.crosstie.conflict;

import org.jspecify.annotations.NullMarked;
