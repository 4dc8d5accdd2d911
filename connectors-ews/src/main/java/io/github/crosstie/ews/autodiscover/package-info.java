/**
 * Where a mailbox's server is: told by the host, or asked of Autodiscover. Begin with {@link
 * io.github.crosstie.ews.autodiscover.EwsLocator#at} for one server, or with {@link
 * io.github.crosstie.ews.autodiscover.Autodiscover}. An answer is kept until it is old or the server says that the
 * mailbox is elsewhere, and no server is shown credentials that the host or the mailbox's own domain does not vouch
 * for.
 */
@NullMarked
package io.github.crosstie.ews.autodiscover;

import org.jspecify.annotations.NullMarked;
