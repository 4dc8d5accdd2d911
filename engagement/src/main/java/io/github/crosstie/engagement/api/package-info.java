/**
 * Account Engagement itself, over its API version 5: business units that can be read, so that a plan can be verified
 * against what is there, and never written, because the API cannot.
 *
 * <p>A host brings an HTTP client, whose executor does the work, tokens, and a clock:
 *
 * <pre>{@code
 * TokenProvider tokens = () -> AccessToken.of(session.get());        // of Salesforce, with the scope pardot_api
 * AccountEngagementApi api = AccountEngagementApi.builder()
 *         .client(HttpClient.newHttpClient())
 *         .tokens(tokens)
 *         .accountZone(ZoneId.of("America/New_York"))                           // where the daily limit starts anew
 *         .build();
 *
 * BusinessUnitId unit = new BusinessUnitId("0Uv5f0000008OIsCAM");
 * UnitListing listing = UnitListing.read(unit, api.open(unit), Instant.now());  // live users and recycled ones
 * if (listing.complete()) {                                      // else conclude nothing from an absence
 *     listing.users().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>This package uses {@code user} and {@code connector} of the module; nothing else of it uses this one.
 */
@NullMarked
package io.github.crosstie.engagement.api;

import org.jspecify.annotations.NullMarked;
