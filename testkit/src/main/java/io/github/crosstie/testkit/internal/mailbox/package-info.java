/**
 * The mailboxes that the loopback servers show: folders, contacts, events and series, their changes, and the rules of
 * Exchange when they are saved. Items are kept by the elements of Exchange's schema. It knows nothing of HTTP, SOAP and
 * JSON; one mailbox can be shown over several protocols at a time.
 */
@NullMarked
package io.github.crosstie.testkit.internal.mailbox;

import org.jspecify.annotations.NullMarked;
