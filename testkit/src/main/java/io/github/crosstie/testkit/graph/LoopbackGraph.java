package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.internal.http.LocalServer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Microsoft Graph on this machine: the contacts and calendars of mailboxes as JSON over HTTP on 127.0.0.1, as far as
 * Graph's documents and those who use it tell. The mailboxes are those of a {@link LoopbackExchange}, in which tests
 * look and edit as people do; an item is the same over both, with its version, its marks and its UID. Whatever client
 * speaks Graph can use it; it sends no mail, and keeps what Graph would have sent. It refuses what it does not
 * understand. Each server has its own state; it serves until it is closed, and keeps no JVM alive that forgets to.
 * Thread-safe.
 */
public final class LoopbackGraph implements AutoCloseable {

    private final LoopbackExchange exchange;
    private final boolean ownsExchange;
    private final LocalServer server;
    private final SignIn signIn;
    private final LoopbackSubscriptions subscriptions;
    private final Service service;
    private final RequestLog log = new RequestLog();
    private final LoopbackFaults faults = new LoopbackFaults(log);

    private LoopbackGraph(LoopbackExchange exchange, boolean ownsExchange, LocalServer server) {
        this.exchange = exchange;
        this.ownsExchange = ownsExchange;
        this.server = server;
        signIn = new SignIn(exchange.organization());
        subscriptions = new LoopbackSubscriptions(exchange.organization());
        service = new Service(exchange.organization(), signIn, subscriptions, faults, log, url().toString());
    }

    /**
     * Starts a server without mailboxes, on the machine's clock.
     *
     * @return the server; close it
     */
    public static LoopbackGraph start() {
        return start(Clock.systemUTC());
    }

    /**
     * Starts a server without mailboxes.
     *
     * @param clock tells when items were made and changed
     * @return the server; close it
     */
    public static LoopbackGraph start(Clock clock) {
        return start(LoopbackExchange.start(clock), true);
    }

    /**
     * Starts a server that shows the mailboxes of another one.
     *
     * @param exchange the other server, which stays open when this one is closed
     * @return the server; close it
     */
    public static LoopbackGraph over(LoopbackExchange exchange) {
        return start(exchange, false);
    }

    private static LoopbackGraph start(LoopbackExchange exchange, boolean ownsExchange) {
        LocalServer server = LocalServer.open("loopback-graph");
        LoopbackGraph started = new LoopbackGraph(exchange, ownsExchange, server);
        server.serve(new HttpFront(started.service, started.faults, started.log));
        return started;
    }

    /**
     * Where it listens.
     *
     * @return such as {@code http://127.0.0.1:40001/v1.0}
     */
    public URI url() {
        return server.url().resolve(Address.VERSION);
    }

    /**
     * The same mailboxes over Exchange Web Services.
     *
     * @return the server; it is closed with this one if this one started it
     */
    public LoopbackExchange exchange() {
        return exchange;
    }

    /**
     * The mailbox of a primary address, made when it is first asked for here; clients cannot make any. The first one
     * belongs to the application's own token where a path says {@code me}.
     *
     * @param address the address; case does not matter
     * @return the mailbox
     */
    public LoopbackMailbox mailbox(String address) {
        return exchange.mailbox(address);
    }

    /**
     * What stands in the way of requests.
     *
     * @return the faults
     */
    public LoopbackFaults faults() {
        return faults;
    }

    /**
     * Who wants to be told of changes.
     *
     * @return the subscriptions
     */
    public LoopbackSubscriptions subscriptions() {
        return subscriptions;
    }

    /**
     * A token of an application that may reach every mailbox.
     *
     * @return the token, good until {@link #endSessions}
     */
    public String accessToken() {
        return signIn.current();
    }

    /** All tokens are refused from now on; {@link #accessToken} tells a new one. */
    public void endSessions() {
        signIn.renew();
    }

    /**
     * From now on a token of a person is good, too, for that person's own mailbox.
     *
     * @param token the token
     * @param owner the primary address of the mailbox
     */
    public void grant(String token, String owner) {
        signIn.grant(token, owner);
    }

    /**
     * From now on nobody may reach a mailbox: status 403.
     *
     * @param address the mailbox
     */
    public void deny(String address) {
        signIn.close(address);
    }

    /**
     * From now on Graph does not have a mailbox, because it is on the organization's own servers: status 404.
     *
     * @param address the mailbox
     */
    public void keepOnPremises(String address) {
        signIn.withoutMailbox(address);
    }

    /**
     * From now on a mailbox can be reached as at the start.
     *
     * @param address the mailbox
     */
    public void admit(String address) {
        signIn.open(address);
    }

    /** What tokens of deltas remember is forgotten: they are refused with status 410. */
    public void expireDeltaTokens() {
        service.expireTokens();
    }

    /**
     * The requests so far with their answers, refused and lost ones included; a batch is one request.
     *
     * @return an unmodifiable list, in the order of their arrival
     */
    public List<LoopbackRequest> requests() {
        return log.requests();
    }

    /**
     * The parts of the batches so far with their answers.
     *
     * @return an unmodifiable list, in the order in which they were worked on
     */
    public List<LoopbackRequest> parts() {
        return log.parts();
    }

    /**
     * How many requests for an operation have come, parts of batches included.
     *
     * @param operation such as {@code POST contacts}: a method, the end of a path, or both, as for {@link #faults}
     * @return the number
     * @throws IllegalArgumentException if the server has no such operation
     */
    public int count(String operation) {
        Names.operation(operation);
        return (int) Stream.concat(requests().stream(), parts().stream())
                .filter(request -> LoopbackFaults.isOf(operation, request.operation()))
                .count();
    }

    /**
     * How many requests were under way at a time for one mailbox, at most; of more than four, those above are refused.
     *
     * @return the number
     */
    public int mostAtOnce() {
        return log.mostAtOnce();
    }

    /**
     * Whether {@link #requests} keeps bodies, which it does at first; measurements of large mailboxes do without.
     *
     * @param keep whether to keep those of later requests
     */
    public void keepBodies(boolean keep) {
        log.keepBodies(keep);
    }

    /**
     * Stops; requests that hang are let go.
     *
     * @throws IllegalStateException if a test only began to say what goes wrong, as in {@code faults().next()}
     */
    @Override
    public void close() {
        faults.close();
        server.close();
        if (ownsExchange) {
            exchange.close();
        }
        faults.requireFinished();
    }
}
