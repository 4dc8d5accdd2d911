package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.auth.SignIn;
import io.github.crosstie.ews.auth.SignInTarget;
import io.github.crosstie.fault.UnavailableException;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over the host's HTTP client, signed in, within a deadline that covers the whole answer. Statuses are
 * not judged here. Thread-safe; calls block the calling thread and no other.
 */
public final class WebClient {

    private static final int MOST_ATTEMPTS = 4;

    private final HttpClient client;
    private final @Nullable EwsAuth auth;
    private final WebPolicy policy;
    private final @Nullable Lanes lanes;

    private WebClient(HttpClient client, @Nullable EwsAuth auth, WebPolicy policy) {
        this.client = client;
        this.auth = auth;
        this.policy = policy;
        int connections = auth == null ? 0 : auth.connections();
        this.lanes = connections > 0 ? new Lanes(connections, () -> HostClient.like(client)) : null;
    }

    /**
     * A web client over a client of the host's.
     *
     * @param client the host's, shared by all mailboxes
     * @param auth how requests are signed in
     * @param policy what holds for every request
     * @return the web client
     * @throws IllegalArgumentException if the host's client has an authenticator, follows redirects, keeps cookies, or
     *     lacks an executor that the sign-in needs
     */
    public static WebClient of(HttpClient client, EwsAuth auth, WebPolicy policy) {
        HostClient.requireUsable(client, auth.connections());
        return new WebClient(client, auth, Objects.requireNonNull(policy, "policy"));
    }

    /**
     * A web client for what servers tell anybody.
     *
     * @param client the host's, shared by all mailboxes
     * @param policy what holds for every request
     * @return a web client that signs nothing in
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static WebClient anonymous(HttpClient client, WebPolicy policy) {
        HostClient.requireUsable(client, 0);
        return new WebClient(client, null, Objects.requireNonNull(policy, "policy"));
    }

    /**
     * What holds for every request.
     *
     * @return the policy
     */
    public WebPolicy policy() {
        return policy;
    }

    /**
     * Sends a request, under the client's own policy.
     *
     * @param request what to send
     * @return the answer, whatever its status; the caller closes it
     * @throws io.github.crosstie.fault.CrosstieException if there is no answer; {@link AnswerLost} marks it if the
     *     request may have been carried out
     */
    public WebAnswer send(WebRequest request) {
        return send(request, policy);
    }

    /**
     * Sends a request under another policy.
     *
     * @param request what to send
     * @param terms what holds for it
     * @return the answer, whatever its status; the caller closes it
     * @throws io.github.crosstie.fault.CrosstieException if there is no answer; {@link AnswerLost} marks it if the
     *     request may have been carried out
     */
    public WebAnswer send(WebRequest request, WebPolicy terms) {
        terms.requireAllowed(request.address());
        requireNoInterrupt(request);
        Deadline deadline = Deadline.after(terms.deadline());
        WebExchange shared = new WebExchange(client, request, terms, deadline);
        if (auth == null) {
            return shared.send(null, request.body(), WebClient::nothing).answer();
        }
        SignInTarget target = new SignInTarget(request.address(), request.mailbox());
        SignIn signIn = auth.begin(target);
        return lanes == null
                ? signedRequest(shared, request, signIn)
                : overLane(
                        lanes.take(auth.identity(target), request, deadline), lanes, request, terms, deadline, signIn);
    }

    private static void requireNoInterrupt(WebRequest request) {
        if (Thread.currentThread().isInterrupted()) {
            throw new UnavailableException(
                    request + ": the thread was interrupted before anything was sent; run the round again");
        }
    }

    private static WebAnswer signedRequest(WebExchange exchange, WebRequest request, SignIn signIn) {
        WebExchange.Reply reply = exchange.send(signIn.first(), request.body(), WebClient::nothing);
        for (int attempt = 1; reply.isRefusal() && attempt < MOST_ATTEMPTS; attempt++) {
            Optional<String> next = reply.nextOf(signIn);
            if (next.isEmpty()) {
                break;
            }
            reply.answer().close();
            reply = exchange.send(next.get(), request.body(), WebClient::nothing);
        }
        return reply.answer();
    }

    private static WebAnswer overLane(
            Lane lane, Lanes lanes, WebRequest request, WebPolicy terms, Deadline deadline, SignIn signIn) {
        boolean handedOut = false;
        try {
            WebExchange exchange = new WebExchange(lane.client(), request, terms, deadline);
            WebAnswer answer = lane.send(exchange, request, signIn, () -> lanes.giveBack(lane));
            handedOut = true;
            return answer;
        } finally {
            if (!handedOut) {
                lanes.giveBack(lane);
            }
        }
    }

    /** A shared connection belongs to nobody, so there is nothing to give back. */
    private static void nothing() {}
}
