/**
 * Contacts and calendars of Exchange mailboxes over Exchange Web Services: the mail side for {@link
 * io.github.crosstie.Crosstie}. Begin with {@link io.github.crosstie.ews.EwsConnector}, to which {@link
 * io.github.crosstie.ews.auth} says how to sign in and {@link io.github.crosstie.ews.autodiscover} where mailboxes
 * are. It makes no threads, writes to nobody unless the configuration says so (S7), and tells trouble of a whole
 * mailbox by the exceptions of {@link io.github.crosstie.fault}, that of one record as a value.
 */
@NullMarked
package io.github.crosstie.ews;

import org.jspecify.annotations.NullMarked;
