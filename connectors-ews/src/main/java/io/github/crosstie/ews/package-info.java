/**
 * Contacts and calendars of Exchange mailboxes, over Exchange Web Services. {@link io.github.crosstie.ews.EwsConnector}
 * is the mail side for {@link io.github.crosstie.Crosstie}; how to sign in is in {@link io.github.crosstie.ews.auth},
 * where mailboxes are in {@link io.github.crosstie.ews.autodiscover}.
 */
@NullMarked
package io.github.crosstie.ews;

import org.jspecify.annotations.NullMarked;
