package io.github.crosstie.graph.internal.transport;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.auth.TokenRequest;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.GraphRequest;
import io.github.crosstie.graph.internal.wire.GraphResponse;
import io.github.crosstie.graph.internal.wire.GraphTransport;
import io.github.crosstie.graph.internal.wire.ServiceRoot;
import io.github.crosstie.http.internal.Deadline;
import io.github.crosstie.http.internal.ExchangePolicy;
import io.github.crosstie.http.internal.HostClient;
import io.github.crosstie.http.internal.WebExchange;
import io.github.crosstie.http.internal.WebRequest;
import io.github.crosstie.http.internal.WebResponse;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The transport over the host's HTTP client. */
public final class LeanTransport implements GraphTransport {

    private static final int UNAUTHORIZED = 401;

    private final HttpClient client;
    private final ServiceRoot root;
    private final SignIn signIn;
    private final GraphPolicy policy;
    private final ExchangePolicy exchanges;

    private LeanTransport(
            HttpClient client, ServiceRoot root, TokenProvider tokens, GraphPolicy policy, ExchangePolicy exchanges) {
        this.client = client;
        this.root = root;
        this.signIn = new SignIn(tokens);
        this.policy = policy;
        this.exchanges = exchanges;
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
        return new LeanTransport(
                HostClient.usable(client),
                Objects.requireNonNull(root, "root"),
                Objects.requireNonNull(tokens, "tokens"),
                policy,
                new ExchangePolicy(policy.deadline(), policy.largestAnswer(), userAgent));
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
        Deadline deadline = Deadline.after(policy.deadline());
        TokenRequest wanted = new TokenRequest(root.address(), request.mailbox());
        String token = signIn.token(wanted);
        WebResponse answer = send(request, token, deadline);
        if (answer.status() == UNAUTHORIZED) {
            List<String> challenges = answer.headers().allValues("WWW-Authenticate");
            Optional<String> next = signIn.next(wanted, token, challenges, deadline);
            if (next.isPresent()) {
                // A server that refuses a token has done nothing, so even a write may be sent again.
                answer = send(request, next.get(), deadline);
            }
        }
        return GraphResponse.of(answer.status(), firstValues(answer.headers()), answer.content());
    }

    private WebResponse send(GraphRequest request, String token, Deadline deadline) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("Authorization", "Bearer " + token);
        WebRequest signed = new WebRequest(
                request.toString(),
                request.verb().name(),
                request.address(),
                headers,
                request.body(),
                request.isReading());
        return WebExchange.send(client, signed, exchanges, deadline);
    }

    private static Map<String, String> firstValues(HttpHeaders headers) {
        Map<String, String> first = new HashMap<>();
        headers.map().forEach((name, values) -> first.put(name, values.get(0)));
        return first;
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
