/**
 * Where a mailbox's server is: told by the host, or asked of Autodiscover. An answer is kept until it is old or the
 * server says that the mailbox is elsewhere.
 */
@NullMarked
package io.github.crosstie.ews.autodiscover;

import org.jspecify.annotations.NullMarked;
