package io.github.crosstie.graph.transport;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.auth.TokenRequest;
import io.github.crosstie.graph.wire.GraphPolicy;
import io.github.crosstie.graph.wire.GraphRequest;
import io.github.crosstie.graph.wire.GraphResponse;
import io.github.crosstie.graph.wire.GraphTransport;
import io.github.crosstie.graph.wire.ServiceRoot;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.Optional;

/** The transport over the host's HTTP client. */
public final class LeanTransport implements GraphTransport {

    private static final int UNAUTHORIZED = 401;

    private final HttpClient client;
    private final ServiceRoot root;
    private final SignIn signIn;
    private final GraphPolicy policy;
    private final String userAgent;

    private LeanTransport(
            HttpClient client, ServiceRoot root, TokenProvider tokens, GraphPolicy policy, String userAgent) {
        this.client = client;
        this.root = root;
        this.signIn = new SignIn(tokens);
        this.policy = policy;
        this.userAgent = userAgent;
    }

    /**
     * A transport.
     *
     * @param client the host's, shared by all mailboxes
     * @param root where all requests go; encrypted, unless the host allows otherwise on purpose
     * @param tokens sign requests in
     * @param policy what holds for every request
     * @param userAgent how requests name the client, in printable ASCII
     * @return the transport
     * @throws IllegalArgumentException if the host's client has an authenticator, follows redirects or keeps cookies,
     *     or if the user agent cannot be carried
     */
    public static LeanTransport of(
            HttpClient client, ServiceRoot root, TokenProvider tokens, GraphPolicy policy, String userAgent) {
        requireUsable(client);
        if (userAgent.isBlank() || userAgent.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new IllegalArgumentException("user agent: pass a name in printable ASCII");
        }
        return new LeanTransport(
                client,
                Objects.requireNonNull(root, "root"),
                Objects.requireNonNull(tokens, "tokens"),
                Objects.requireNonNull(policy, "policy"),
                userAgent);
    }

    private static void requireUsable(HttpClient client) {
        if (client.authenticator().isPresent()) {
            throw new IllegalArgumentException("the HTTP client has an Authenticator, so it would drop our tokens and"
                    + " fail on a 401 without a challenge; pass a client without one, and a TokenProvider");
        }
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the HTTP client follows redirects, so it would carry our tokens to"
                    + " other servers; pass one with Redirect.NEVER");
        }
        if (client.cookieHandler().isPresent()) {
            throw new IllegalArgumentException("the HTTP client has a CookieHandler, so it would mix the cookies of all"
                    + " mailboxes; pass a client without one");
        }
    }

    @Override
    public ServiceRoot root() {
        return root;
    }

    @Override
    public GraphPolicy policy() {
        return policy;
    }

    @Override
    public GraphResponse exchange(GraphRequest request) {
        requireSafe(request);
        WebExchange exchange = new WebExchange(client, request, policy, userAgent);
        TokenRequest wanted = new TokenRequest(root.address(), request.mailbox());
        String token = signIn.token(wanted);
        WebExchange.Reply reply = exchange.send(token);
        if (reply.response().status() == UNAUTHORIZED) {
            Optional<String> next = signIn.next(wanted, token, reply.challenges(), exchange.deadline());
            if (next.isPresent()) {
                // A server that refuses a token has done nothing, so even a write may be sent again.
                reply = exchange.send(next.get());
            }
        }
        return reply.response();
    }

    private void requireSafe(GraphRequest request) {
        if (!root.covers(request.address())) {
            throw new ContractBrokenException(
                    request + ": leads away from " + root.address().getHost() + "; no token was sent there; report it");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new UnavailableException(
                    request + ": the thread was interrupted before anything was sent; run the round again");
        }
    }
}
