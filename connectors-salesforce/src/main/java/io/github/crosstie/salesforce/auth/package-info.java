/**
 * How requests to Salesforce are signed in: {@link io.github.crosstie.salesforce.auth.OAuthSignIn} for the flows that need no browser,
 * {@link io.github.crosstie.salesforce.auth.TokenProvider} for what the host does itself. Nothing here shows a token, a key or a
 * secret in a message or a {@code toString}.
 */
@NullMarked
package io.github.crosstie.salesforce.auth;

import org.jspecify.annotations.NullMarked;
