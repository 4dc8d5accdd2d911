package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.http.LocalServer;
import io.github.crosstie.testkit.internal.mailbox.Organization;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * Exchange Web Services on this machine: mailboxes with contacts and calendars over SOAP on 127.0.0.1, as far as
 * Exchange's documents and schema tell. Whatever client speaks EWS can use it; tests look into the mailboxes, edit as
 * people do, and say what goes wrong. It sends no mail; what Exchange would have sent is kept. Where the schema is at
 * hand ({@link SchemaJudge}), requests that it does not allow are refused. Each server has its own state; it serves
 * until it is closed, and keeps no JVM alive that forgets to. Thread-safe.
 */
public final class LoopbackExchange implements AutoCloseable {

    private final Organization organization;
    private final Access access;
    private final Dispatcher dispatcher;
    private final LoopbackFaults faults = new LoopbackFaults();
    private final RequestLog log = new RequestLog();
    private final LocalServer server;

    private LoopbackExchange(Clock clock, LocalServer server) {
        this.server = server;
        organization = new Organization(clock);
        access = new Access(organization);
        dispatcher = new Dispatcher(organization, access);
    }

    /**
     * Starts a server without mailboxes, on the machine's clock.
     *
     * @return the server; close it
     */
    public static LoopbackExchange start() {
        return start(Clock.systemUTC());
    }

    /**
     * Starts a server without mailboxes.
     *
     * @param clock tells when items were made and changed
     * @return the server; close it
     */
    public static LoopbackExchange start(Clock clock) {
        LocalServer server = LocalServer.open("loopback-exchange");
        LoopbackExchange started = new LoopbackExchange(clock, server);
        server.serve(
                new HttpFront(started.organization, started.dispatcher, started.access, started.faults, started.log));
        return started;
    }

    /**
     * Where it listens.
     *
     * @return such as {@code http://127.0.0.1:40001/EWS/Exchange.asmx}
     */
    public URI url() {
        return server.url().resolve(HttpFront.PATH);
    }

    /**
     * The mailbox of a primary address, made when it is first asked for here; clients cannot make any. The first one
     * belongs to callers who name no other.
     *
     * @param address the address; case does not matter
     * @return the mailbox
     */
    public LoopbackMailbox mailbox(String address) {
        return new LoopbackMailbox(organization, organization.mailbox(address));
    }

    /**
     * The mailboxes themselves, for the servers of this module that show the same ones over another protocol.
     *
     * @return the mailboxes; their type is not exported
     */
    @SuppressWarnings("exports") // no other module can name it, and none has to
    public Organization organization() {
        return organization;
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
     * From now on a request needs a bearer token.
     *
     * @param token the only good one, or one more
     */
    public void requireBearer(String token) {
        access.grant("Bearer " + token, "Bearer", "");
    }

    /**
     * From now on a request needs a user and a password; the user's mailbox is the caller's.
     *
     * @param user the primary address of a mailbox
     * @param password the password
     */
    public void requireBasic(String user, String password) {
        access.grant(Access.basic(user, password), "Basic realm=\"loopback\"", user);
    }

    /**
     * From now on a request needs a header {@code Authorization} that a test accepts.
     *
     * @param accepted judges the header's value
     * @param challenge the header {@code WWW-Authenticate} of refusals; empty for none
     */
    public void requireAuthorization(Predicate<String> accepted, String challenge) {
        access.require(accepted, challenge);
    }

    /** From now on nobody may act as another. */
    public void denyImpersonation() {
        access.denyImpersonation();
    }

    /**
     * From now on nobody may act as the owner of a mailbox.
     *
     * @param address the mailbox
     */
    public void denyImpersonation(String address) {
        access.denyImpersonation(address);
    }

    /** From now on everybody may act as anybody, as at the start. */
    public void allowImpersonation() {
        access.allowImpersonation();
    }

    /**
     * From now on the server is no newer than that: it refuses requests of newer versions.
     *
     * @param version such as {@code Exchange2010_SP2}
     * @throws IllegalArgumentException if the schema has no such version
     */
    public void version(String version) {
        if (!Versions.known(version)) {
            throw new IllegalArgumentException(
                    "version " + version + ": the schema does not have it; use one such as Exchange2013_SP1");
        }
        dispatcher.version(version);
    }

    /** Streams of notifications that are open end, as they do after some minutes. */
    public void endStreams() {
        organization.alone(() -> {
            dispatcher.subscriptions().endStreams();
            return this;
        });
    }

    /** All subscriptions are forgotten, as after a restart of the server. */
    public void forgetSubscriptions() {
        organization.alone(() -> {
            dispatcher.subscriptions().clear();
            return this;
        });
    }

    /**
     * The requests so far with their answers, refused and lost ones included.
     *
     * @return an unmodifiable list, in the order of their arrival
     */
    public List<LoopbackRequest> requests() {
        return log.requests();
    }

    /**
     * How many requests for an operation have come.
     *
     * @param operation such as {@code GetItem}
     * @return the number
     */
    public int count(String operation) {
        return log.count(operation);
    }

    /**
     * How many requests were under way at a time, at most.
     *
     * @return the number
     */
    public int mostAtOnce() {
        return log.mostAtOnce();
    }

    /**
     * Whether {@link #requests} keeps the texts of envelopes, which they are at first; measurements of large mailboxes
     * do without.
     *
     * @param keep whether to keep those of later requests
     */
    public void keepEnvelopes(boolean keep) {
        log.keepEnvelopes(keep);
    }

    /**
     * Stops; requests that hang are let go.
     *
     * @throws IllegalStateException if {@link #faults} was told of which request, and not what becomes of it
     */
    @Override
    public void close() {
        faults.close();
        endStreams();
        server.close();
        faults.requireFinished();
    }
}
