package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.auth.TokenRequest;
import io.github.crosstie.graph.notification.DecodedNotices;
import io.github.crosstie.graph.notification.GraphNotice;
import io.github.crosstie.graph.notification.GraphNotifications;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What docs/graph.md shows of a host's own part, with a vault and a web framework of a few lines. */
class GraphHostGuideTest {

    private final Deque<GraphNotice> queue = new ArrayDeque<>();
    private final Vault vault = new Vault();

    /** A host's tokens. */
    private static final class Vault {
        String graphToken() {
            return "token";
        }

        String tokenFor(String mailbox) {
            return "token of " + mailbox;
        }
    }

    /** A web framework's request. */
    private record Request(String getQueryString, String body) {}

    /** A web framework's answer. */
    private record Response(int status, String text, String type) {
        static Response ok(String text, String type) {
            return new Response(200, text, type);
        }

        static Response accepted() {
            return new Response(202, "", "");
        }
    }

    private Response answer(Request request, String secret) {
        // spotless:off
        Optional<String> token = GraphNotifications.validation(request.getQueryString());
        if (token.isPresent()) {
            return Response.ok(token.get(), "text/plain"); // at once: Graph waits ten seconds
        }
        DecodedNotices decoded = GraphNotifications.decode(request.body(), secret);
        decoded.notices().forEach(queue::add); // work on them later, and answer now
        return Response.accepted(); // status 202
        // spotless:on
    }

    @Test
    void answersGraphAtOnceAndWorksOnNoticesLater() {
        String notice =
                "{\"value\":[{\"subscriptionId\":\"S1\",\"lifecycleEvent\":\"subscriptionRemoved\",\"clientState\":\"s\"}]}";

        assertThat(answer(new Request("validationToken=to%20ken", ""), "s"))
                .isEqualTo(new Response(200, "to ken", "text/plain"));
        assertThat(answer(new Request("", notice), "s").status()).isEqualTo(202);
        assertThat(queue).containsExactly(new GraphNotice.SubscriptionRemoved("S1"));
    }

    @Test
    void takesTokensFromWhereverTheHostHasThem() {
        // spotless:off
        TokenProvider one =
                TokenProvider.from(vault::graphToken); // whatever the host has: tokens that have not run out
        TokenProvider mine = request -> vault.tokenFor(request.mailbox().value()); // or one for each mailbox
        // spotless:on
        TokenRequest request =
                new TokenRequest(URI.create("https://graph.microsoft.com"), new Owner("anna@acme.example"));

        assertThat(one.token(request)).isEqualTo("token");
        assertThat(mine.token(request)).isEqualTo("token of anna@acme.example");
    }
}
