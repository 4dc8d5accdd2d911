/**
 * Requests on their way: over the host's HTTP client, signed in, within a deadline that covers the whole answer; and
 * what the answers' statuses mean. Keeps for each mailbox what its server must be told again: cookies, the version of
 * the schema, and until when it wants to be left alone. Neither starts threads nor sleeps. Internal.
 */
@NullMarked
package io.github.crosstie.ews.internal.transport;

import org.jspecify.annotations.NullMarked;
