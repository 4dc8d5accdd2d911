/**
 * How are many mailboxes worked on at once, none kept waiting for another? Begin with {@link
 * io.github.crosstie.dispatch.Dispatch}, or with {@code Crosstie.syncAll}, which starts one.
 *
 * <p>Works on the host's executor alone: a bounded number of mailboxes at a time, organizations by turns. It starts no
 * thread, never sleeps and reads no clock but the one handed in; what has to wait is told with its moment, for the
 * host to call again.
 */
@NullMarked
package io.github.crosstie.dispatch;

import org.jspecify.annotations.NullMarked;
