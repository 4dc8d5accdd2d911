/**
 * The requests to Microsoft Graph that contacts and calendars need, a small class for each matter, over a mailbox's
 * channel. What became of one item is a value; what concerns the whole mailbox is thrown. Internal.
 */
@NullMarked
package io.github.crosstie.graph.internal.operation;

import org.jspecify.annotations.NullMarked;
