/**
 * The operations of Exchange Web Services that contacts and calendars need, one small class each over a mailbox's channel.
 * What became of one item is a value; what concerns the whole mailbox is thrown. How items are read and written is the
 * business of whoever calls: items travel through as callbacks. Internal.
 */
@NullMarked
package io.github.crosstie.ews.internal.operation;

import org.jspecify.annotations.NullMarked;
