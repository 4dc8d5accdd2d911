/**
 * How requests to Salesforce are signed in. Begin with {@link io.github.crosstie.salesforce.auth.OAuthSignIn} for the
 * flows that need no browser, or implement {@link io.github.crosstie.salesforce.auth.TokenProvider} for what the host
 * does itself. A session goes to the instance that it came with and nowhere else, and nothing here shows a token, a
 * key or a secret in a message or a {@code toString}.
 */
@NullMarked
package io.github.crosstie.salesforce.auth;

import org.jspecify.annotations.NullMarked;
