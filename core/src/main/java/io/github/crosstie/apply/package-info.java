/**
 * How is it done: one round of one collection, from the lease to the outcomes. Begin with {@link
 * io.github.crosstie.apply.SyncRound}, which sequences; everything that touches a side or the store is called from
 * here.
 *
 * <p>Each remote write is announced by a committed intent, made conditionally, and recorded in one commit, so that a
 * round may die anywhere and the next one goes on.
 */
@Incubating
@NullMarked
package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
