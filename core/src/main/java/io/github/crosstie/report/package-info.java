/**
 * What happened, and what would, for people: rosters, explanations, findings and plans as text,
 * and how a user fares as a value and as a table.
 *
 * <p>Nothing here computes anew what an earlier package knows; every text is deterministic and ends with a line break.
 */
@NullMarked
package io.github.crosstie.report;

import org.jspecify.annotations.NullMarked;
