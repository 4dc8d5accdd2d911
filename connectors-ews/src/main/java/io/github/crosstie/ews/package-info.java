/** Contacts and calendars of Exchange mailboxes, over Exchange Web Services. */
@NullMarked
package io.github.crosstie.ews;

import org.jspecify.annotations.NullMarked;
