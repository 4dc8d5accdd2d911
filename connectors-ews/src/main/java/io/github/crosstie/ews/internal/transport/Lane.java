package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.ews.auth.SignIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A client that one request at a time uses, so that it has one connection to a server, and the sign-in of that
 * connection holds for the next request of the same identity. Used by one thread at a time.
 */
final class Lane {

    private final HttpClient client;
    private final String identity;
    private final Set<String> signedIn = new HashSet<>();

    Lane(HttpClient client, String identity) {
        this.client = client;
        this.identity = identity;
    }

    boolean isOf(String other) {
        return identity.equals(other);
    }

    HttpClient client() {
        return client;
    }

    /**
     * Sends a request. Signs the connection in first if it is not, with messages that carry no body, so that the
     * request itself travels once.
     *
     * @param afterwards run when the answer is closed
     */
    WebAnswer send(WebExchange exchange, WebRequest request, SignIn signIn, Runnable afterwards) {
        URI server = request.address();
        if (signedIn.remove(server.getAuthority())) {
            WebExchange.Reply reply = exchange.send(null, request.body(), afterwards);
            if (!reply.isRefusal()) {
                signedIn.add(server.getAuthority());
                return reply.answer();
            }
            // The connection is a new one: the old one was closed while nobody used it.
            reply.answer().endExchange();
        }
        WebExchange.Reply offer = exchange.send(signIn.first(), "", afterwards);
        if (offer.answer().status() / 100 == 2) {
            // The server wants no sign-in, and has had no request yet.
            offer.answer().endExchange();
            return exchange.send(null, request.body(), afterwards).answer();
        }
        Optional<String> proof = offer.isRefusal() ? offer.nextOf(signIn) : Optional.empty();
        if (proof.isEmpty()) {
            return offer.answer();
        }
        offer.answer().endExchange();
        WebExchange.Reply reply = exchange.send(proof.get(), request.body(), afterwards);
        if (!reply.isRefusal()) {
            signedIn.add(server.getAuthority());
        }
        return reply.answer();
    }
}
