/**
 * Many mailboxes on the host's executor: a bounded number at a time, organizations by turns, none kept waiting for another. It
 * stands after {@code apply}, whose rounds it runs, and starts no thread, never sleeps and reads no clock but the one handed in:
 * what has to wait is told with its moment, for the host to call again.
 */
@NullMarked
package io.github.crosstie.dispatch;

import org.jspecify.annotations.NullMarked;
