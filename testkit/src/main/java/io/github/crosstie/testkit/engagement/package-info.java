/**
 * Account Engagement on this machine, for authors of tests and of targets.
 *
 * <p>{@link io.github.crosstie.testkit.engagement.LoopbackAccountEngagement} speaks the API's version 5 over HTTP on
 * 127.0.0.1 and behaves like the original, its limits and error codes included; the test says who is there and what
 * goes wrong:
 *
 * <pre>{@code
 * MutableClock clock = MutableClock.create();
 * try (LoopbackAccountEngagement server = LoopbackAccountEngagement.start(clock)) {
 *     EngagementUserId ada = server.unit().add(UserValues.NONE.with(UserField.EMAIL_ADDRESS, "ada@acme.example"));
 *     server.unit().recycle(ada);
 *     server.faults().next().refuse(EngagementCode.DAILY_LIMIT);
 *
 *     UnitEndpoint users = server.api(client).build().open(server.unit().id());
 *
 *     assertThatThrownBy(() -> users.list(null)).isInstanceOf(ThrottledException.class);
 *     clock.advance(Duration.ofDays(1));
 *     assertThat(users.list(null).users()).extracting(EngagementUser::recycled).containsExactly(true);
 * }
 * }</pre>
 *
 * <p>{@link io.github.crosstie.testkit.engagement.EngagementTargetContract} holds a target to the promises of its SPI,
 * and {@link io.github.crosstie.testkit.engagement.LedgerStoreContract} a store of ledgers.
 */
@NullMarked
package io.github.crosstie.testkit.engagement;

import org.jspecify.annotations.NullMarked;
