/**
 * Carries a plan out, unit by unit: looks at the unit afresh, lets the guards judge once more, notes in the ledger what is
 * about to be taken away, writes, and tells what came of each change.
 */
@NullMarked
package io.github.crosstie.engagement.internal.apply;

import org.jspecify.annotations.NullMarked;
