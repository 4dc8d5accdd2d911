/**
 * Contacts and calendars of Exchange Online mailboxes, over Microsoft Graph. {@link
 * io.github.crosstie.graph.GraphConnector} is the mail side for {@link io.github.crosstie.Crosstie}; who gives tokens
 * is in {@link io.github.crosstie.graph.auth}.
 */
@NullMarked
package io.github.crosstie.graph;

import org.jspecify.annotations.NullMarked;
