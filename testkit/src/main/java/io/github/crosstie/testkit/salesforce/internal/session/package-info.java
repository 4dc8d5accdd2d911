/** Who may come in: connected apps, the grants of OAuth that need no browser, and sessions. */
@NullMarked
package io.github.crosstie.testkit.salesforce.internal.session;

import org.jspecify.annotations.NullMarked;
