/**
 * Plans, outcomes and drifts as text for people. Begin with {@link io.github.crosstie.engagement.report.PlanText};
 * where a system takes no writes, {@link io.github.crosstie.engagement.report.ChangeList} is the list of changes that
 * somebody makes by hand. The texts hold no personal data; the list of changes has to.
 */
@NullMarked
package io.github.crosstie.engagement.report;

import org.jspecify.annotations.NullMarked;
