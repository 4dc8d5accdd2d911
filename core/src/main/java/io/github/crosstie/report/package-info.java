/**
 * What happened, and what would? Rosters, explanations, findings, plans and results as text for people; how users and
 * organizations fare as values ({@link io.github.crosstie.report.UserStatus}) and as tables; and every outcome as a
 * value ({@link io.github.crosstie.report.OutcomeReport}) and for spreadsheets. Begin with {@link
 * io.github.crosstie.report.ResultText}, {@link io.github.crosstie.report.PlanText} or {@link
 * io.github.crosstie.report.StatusText}.
 *
 * <p>Nothing here computes anew what an earlier package knows. Every text is deterministic; it shows personal data only
 * where its method is called {@code withValues}, or where the report that it is made of holds some.
 */
@NullMarked
package io.github.crosstie.report;

import org.jspecify.annotations.NullMarked;
