/**
 * What came of a plan, with an outcome for every change, and in what the units are not as the CRM says. Begin with
 * {@link io.github.crosstie.engagement.apply.ApplyReport}, which {@link io.github.crosstie.engagement.UserSync#apply}
 * returns, and {@link io.github.crosstie.engagement.apply.DriftReport}, which {@link
 * io.github.crosstie.engagement.UserSync#verify} does.
 *
 * <p>A run may be repeated after a crash, a lost answer or a limit: it looks at the unit afresh, finds what was made
 * already, and goes on. It may also come late: what the CRM does not ask for any more is told and not written. The
 * guards look again too, whatever the plan says. Trouble with one unit, a defect of the host's code included, is told
 * in that unit's report and keeps no other back.
 */
@NullMarked
package io.github.crosstie.engagement.apply;

import org.jspecify.annotations.NullMarked;
