package io.github.crosstie.testkit.engagement;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.api.AccessToken;
import io.github.crosstie.engagement.api.AccountEngagementApi;
import io.github.crosstie.engagement.api.TokenProvider;
import io.github.crosstie.testkit.internal.http.LocalServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Account Engagement on this machine: the user object of its API version 5 over HTTP on 127.0.0.1, as far as the
 * original's documents tell. Reads demand {@code fields}, a token and a known business unit; unknown fields and
 * parameters are refused; pages have at most 1,000 users and their tokens live four hours; more than five requests at a
 * time are refused; nothing can be written. Each server has its own state; it serves until it is closed, and keeps no
 * JVM alive that forgets to. Thread-safe.
 */
public final class LoopbackAccountEngagement implements AutoCloseable {

    private static final BusinessUnitId UNIT = new BusinessUnitId("0Uv5f0000008OIsCAM");

    private final Clock clock;
    private final PageTokens pageTokens;
    private final LoopbackFaults faults;
    private final RequestLog log = new RequestLog();
    private final Map<BusinessUnitId, LoopbackUnit> units = new ConcurrentHashMap<>();
    private final AtomicInteger tokenNumber = new AtomicInteger(1);
    private final LocalServer server;
    private final UserResource users;

    private LoopbackAccountEngagement(Clock clock, LocalServer server) {
        this.clock = clock;
        this.server = server;
        pageTokens = new PageTokens(clock);
        faults = new LoopbackFaults(clock, pageTokens);
        users = new UserResource(pageTokens, faults, url());
    }

    /**
     * Starts a server with one unit that holds no user, on the machine's clock.
     *
     * @return the server; close it
     */
    public static LoopbackAccountEngagement start() {
        return start(Clock.systemUTC());
    }

    /**
     * Starts a server with one unit that holds no user.
     *
     * @param clock tells how old page tokens and stale reads are
     * @return the server; close it
     */
    public static LoopbackAccountEngagement start(Clock clock) {
        LocalServer server = LocalServer.open("loopback-account-engagement");
        LoopbackAccountEngagement started = new LoopbackAccountEngagement(clock, server);
        started.unit();
        server.serve(new RequestHandler(started.log, started.faults, started.units, started::accepts, started.users));
        return started;
    }

    /**
     * Where it listens.
     *
     * @return such as {@code http://127.0.0.1:40001}
     */
    public URI url() {
        return server.url();
    }

    /**
     * A client of this server, ready to build: plain HTTP is allowed, the tokens are this server's, so is the clock.
     *
     * @param client sends the requests
     * @return a builder
     */
    public AccountEngagementApi.Builder api(HttpClient client) {
        return AccountEngagementApi.builder()
                .client(client)
                .tokens(tokens())
                .clock(clock)
                .service(url())
                .allowPlainHttp()
                .deadline(Duration.ofSeconds(20));
    }

    /**
     * The unit that every server has.
     *
     * @return the unit
     */
    public LoopbackUnit unit() {
        return unit(UNIT);
    }

    /**
     * Another unit, made when it is first asked for here; the API knows no others.
     *
     * @param id its id
     * @return the unit
     */
    public LoopbackUnit unit(BusinessUnitId id) {
        return units.computeIfAbsent(id, made -> new LoopbackUnit(made, clock));
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
     * Gives the token that is good just now.
     *
     * @return a provider, good until the server is closed
     */
    public TokenProvider tokens() {
        return () -> AccessToken.of(accessToken());
    }

    /**
     * The token that is good just now, as an authorization server would give it.
     *
     * @return the text of the token
     */
    public String accessToken() {
        return token(tokenNumber.get());
    }

    /** Ends the session: the token that was good is refused from now on; {@link #accessToken} tells a new one. */
    public void endSessions() {
        tokenNumber.incrementAndGet();
    }

    /**
     * How many users a listing shows before it ends with the warning 203.
     *
     * @param users 1 or more; 100,000 at first
     * @throws IllegalArgumentException if it is less
     */
    public void longestListing(int users) {
        if (users < 1) {
            throw new IllegalArgumentException("longest listing: it is " + users + "; use 1 or more");
        }
        this.users.longestSequence(users);
    }

    /**
     * The requests so far, refused ones included.
     *
     * @return an unmodifiable list, in the order of their arrival
     */
    public List<LoopbackRequest> requests() {
        return log.requests();
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
     * How many requests were refused because more than five were under way.
     *
     * @return the number
     */
    public int tooManyAtOnce() {
        return log.tooManyAtOnce();
    }

    /** Stops; requests that hang are let go. */
    @Override
    public void close() {
        faults.close();
        server.close();
    }

    private boolean accepts(String token) {
        return token.equals(token(tokenNumber.get()));
    }

    private static String token(int number) {
        return "00D-loopback!session." + number;
    }
}
