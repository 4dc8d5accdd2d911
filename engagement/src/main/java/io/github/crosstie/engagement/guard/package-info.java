/**
 * When what takes something away is held: too many users demoted at once (S13), in addition to the unit's own limit on
 * recyclings and to the last active Administrator, whom nothing releases (G2). Begin with {@link
 * io.github.crosstie.engagement.guard.DemotionGuard}, which {@link
 * io.github.crosstie.engagement.planner.UserSyncSettings} takes. The same guards look at a plan when it is made, and
 * again when it is carried out, whatever became of it in between.
 */
@NullMarked
package io.github.crosstie.engagement.guard;

import org.jspecify.annotations.NullMarked;
