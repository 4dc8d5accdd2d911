/**
 * Contacts and calendars of Exchange Online mailboxes over Microsoft Graph: the mail side for {@link
 * io.github.crosstie.Crosstie}. Begin with {@link io.github.crosstie.graph.GraphConnector}, or with {@link
 * io.github.crosstie.graph.HostGraphClient} where the host has a client of the vendor's; {@link
 * io.github.crosstie.graph.auth} says who gives tokens. It makes no threads, leaves meetings alone of which Graph
 * would write to others (S7), and tells trouble of a whole mailbox by the exceptions of {@link
 * io.github.crosstie.fault}, that of one record as a value.
 */
@NullMarked
package io.github.crosstie.graph;

import org.jspecify.annotations.NullMarked;
