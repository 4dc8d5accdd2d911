/**
 * Exchange Web Services on this machine, for authors of tests and of connectors.
 *
 * <p>{@link io.github.crosstie.testkit.exchange.LoopbackExchange} speaks EWS on 127.0.0.1 to any client. Tests edit the
 * mailboxes as people do, and say what goes wrong:
 *
 * <pre>{@code
 * try (LoopbackExchange server = LoopbackExchange.start()) {
 *     LoopbackMailbox anna = server.mailbox("anna@acme.example");
 *     LoopbackItem ada = anna.contacts().put(Map.of("GivenName", "Ada", "Surname", "Lovelace"));
 *     server.faults().next("UpdateItem").meanwhile(() -> anna.contacts().edit(ada.id(), "JobTitle", "Countess"));
 *
 *     codeUnderTest(server.url());
 *
 *     assertThat(anna.sent()).isEmpty();
 * }
 * }</pre>
 *
 * <p>{@link io.github.crosstie.testkit.exchange.SchemaJudge} holds envelopes to the schema of Exchange, where that is
 * at hand.
 */
@NullMarked
package io.github.crosstie.testkit.exchange;

import org.jspecify.annotations.NullMarked;
