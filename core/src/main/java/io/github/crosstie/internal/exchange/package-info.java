/**
 * What the two ways into an Exchange mailbox share, Exchange Web Services and Microsoft Graph: how the engine marks
 * items and mailboxes there, what becomes of texts, times and zones, and what a series can be. Pure; exported to the
 * connectors alone, not part of the API.
 */
@NullMarked
package io.github.crosstie.internal.exchange;

import org.jspecify.annotations.NullMarked;
