/**
 * What happened, and what would, for people: rosters, explanations, findings and plans as text,
 * how users and organizations fare as values and as tables, and every outcome as a value and for spreadsheets.
 *
 * <p>Nothing here computes anew what an earlier package knows; every text is deterministic and ends with a line break.
 */
@NullMarked
package io.github.crosstie.report;

import org.jspecify.annotations.NullMarked;
