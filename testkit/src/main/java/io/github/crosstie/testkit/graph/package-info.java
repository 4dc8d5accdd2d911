/**
 * Microsoft Graph on this machine, for authors of tests and of connectors.
 *
 * <p>{@link io.github.crosstie.testkit.graph.LoopbackGraph} speaks the part of Graph that is about contacts and
 * calendars, on 127.0.0.1, to any client. Its mailboxes are those of a
 * {@link io.github.crosstie.testkit.exchange.LoopbackExchange}: what is done over one is there over the other.
 *
 * <pre>{@code
 * try (LoopbackGraph graph = LoopbackGraph.start()) {
 *     LoopbackMailbox anna = graph.mailbox("anna@acme.example");
 *     LoopbackItem ada = anna.contacts().put(Map.of("GivenName", "Ada", "Surname", "Lovelace"));
 *     graph.faults().next("PATCH contacts").meanwhile(() -> anna.contacts().edit(ada.id(), "JobTitle", "Countess"));
 *
 *     codeUnderTest(graph.url(), graph.accessToken());
 *
 *     assertThat(anna.sent()).isEmpty();
 * }
 * }</pre>
 */
@NullMarked
package io.github.crosstie.testkit.graph;

import org.jspecify.annotations.NullMarked;
