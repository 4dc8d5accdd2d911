/**
 * Account Engagement itself, over its API version 5: business units that can be read, so that a plan can be verified
 * against what is there, and never written, because the API cannot. Begin with {@link
 * io.github.crosstie.engagement.api.AccountEngagementApi}, to which a host gives an HTTP client and tokens. It makes
 * no threads, never calls a unit before the moment that a limit names, and shows no token and no personal data.
 *
 * <pre>{@code
 * TokenProvider tokens = () -> AccessToken.of(session.get());        // of Salesforce, with the scope pardot_api
 * AccountEngagementApi api = AccountEngagementApi.builder()
 *         .client(client)                                            // the host's, shared by everything
 *         .tokens(tokens)
 *         .accountZone(ZoneId.of("America/New_York"))                // where the daily limit starts anew
 *         .build();
 * }</pre>
 *
 * <p>This package uses {@code user} and {@code connector} of the module; nothing else of it uses this one.
 */
@NullMarked
package io.github.crosstie.engagement.api;

import org.jspecify.annotations.NullMarked;
