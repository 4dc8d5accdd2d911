package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.internal.http.LocalServer;
import io.github.crosstie.testkit.salesforce.internal.record.Actor;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.rest.ApiRequest;
import io.github.crosstie.testkit.salesforce.internal.rest.ApiResponse;
import io.github.crosstie.testkit.salesforce.internal.rest.DataApi;
import io.github.crosstie.testkit.salesforce.internal.rest.QueryCursors;
import io.github.crosstie.testkit.salesforce.internal.rest.QueryJobs;
import io.github.crosstie.testkit.salesforce.internal.rest.SoapUndelete;
import io.github.crosstie.testkit.salesforce.internal.session.Identity;
import io.github.crosstie.testkit.salesforce.internal.session.Registration;
import io.github.crosstie.testkit.salesforce.internal.session.Sessions;
import io.github.crosstie.testkit.salesforce.internal.session.TokenEndpoint;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Salesforce on this machine: one organization with its REST API and its token endpoint over HTTP on 127.0.0.1, as far as the
 * original's documents tell and a sync needs. What clients write is there for the next query, what people do here is there for
 * clients. Each server has its own state; it serves until it is closed, and keeps no JVM alive that forgets to. Thread-safe.
 */
public final class LoopbackSalesforce implements AutoCloseable {

    private final LocalServer server;
    private final Database database;
    private final Sessions sessions;
    private final SalesforceOrganization organization;
    private final ConnectedApp app;
    private final SalesforceQueries queries;
    private final SalesforceLimits limits;
    private final LoopbackFaults faults;
    private final RequestLog log = new RequestLog();
    private final Set<String> audiences = ConcurrentHashMap.newKeySet();
    private final TokenEndpoint tokenEndpoint;
    private final DataApi api;
    private final SoapUndelete undelete;
    private volatile URI instance;

    private LoopbackSalesforce(Clock clock, LocalServer server) {
        this.server = server;
        instance = url();
        audiences.addAll(Set.of("https://login.salesforce.com", "https://test.salesforce.com", instance.toString()));
        database = new Database(clock);
        sessions = new Sessions(database);
        limits = new SalesforceLimits(clock);
        faults = new LoopbackFaults(limits, this::named);
        RecordWriter writer = new RecordWriter(database);
        organization = new SalesforceOrganization(database, writer);
        Registration registration = new Registration("3MVG9loopback", "loopback-secret");
        app = new ConnectedApp(database, registration);
        QueryCursors cursors = new QueryCursors(database);
        QueryJobs jobs = new QueryJobs(database);
        queries = new SalesforceQueries(database, cursors, jobs);
        tokenEndpoint = new TokenEndpoint(database, sessions, registration, new Here());
        api = new DataApi(database, writer, cursors, jobs, limits.usage());
        undelete = new SoapUndelete(database, writer, sessions::userOf);
    }

    /**
     * Starts a server on the system's clock.
     *
     * @return the server; close it
     */
    public static LoopbackSalesforce start() {
        return start(Clock.systemUTC());
    }

    /**
     * Starts a server with an organization that has one user and no records.
     *
     * @param clock gives stamps, and tells how old cursors, sessions' assertions and deletions are
     * @return the server; close it
     */
    public static LoopbackSalesforce start(Clock clock) {
        Objects.requireNonNull(clock, "clock");
        LocalServer server = LocalServer.open("loopback-salesforce");
        LoopbackSalesforce started = new LoopbackSalesforce(clock, server);
        server.serve(new HttpDoor(started.log, started.faults, started.new Here()));
        return started;
    }

    /**
     * Where it listens, for sign-in and for the API.
     *
     * @return such as {@code http://127.0.0.1:40001}
     */
    public URI url() {
        return server.url();
    }

    /**
     * Where tokens send their holders; {@link #url} at first. Another server's address makes this one a login server.
     *
     * @param url the address
     */
    public void instanceUrl(URI url) {
        instance = Objects.requireNonNull(url, "url");
    }

    /**
     * Accepts assertions that are meant for an address, beside this server's own and the original's two login servers.
     *
     * @param audience such as {@code https://acme.my.salesforce.com}
     */
    public void acceptAudience(String audience) {
        audiences.add(Objects.requireNonNull(audience, "audience"));
    }

    /**
     * The organization.
     *
     * @return its records, fields, rules and permissions
     */
    public SalesforceOrganization organization() {
        return organization;
    }

    /**
     * The app that clients sign in as.
     *
     * @return the app
     */
    public ConnectedApp app() {
        return app;
    }

    /**
     * How queries are answered.
     *
     * @return settings
     */
    public SalesforceQueries queries() {
        return queries;
    }

    /**
     * How many requests there are.
     *
     * @return the limits
     */
    public SalesforceLimits limits() {
        return limits;
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
     * The requests so far, refused ones included.
     *
     * @return an unmodifiable list, in the order of their arrival
     */
    public List<LoopbackRequest> requests() {
        return log.requests();
    }

    /**
     * How many requests for an operation have come.
     *
     * @param operation such as {@code GET /query}: a method, a path without ids, or both, as for {@link #faults}
     * @return the number
     * @throws IllegalArgumentException if the server has no such operation
     */
    public int count(String operation) {
        Operation named = named(operation);
        return (int) requests().stream()
                .filter(request -> Operation.of(request).isMeantBy(named))
                .count();
    }

    private Operation named(String operation) {
        synchronized (database) {
            return Operation.named(operation, database.schema());
        }
    }

    /**
     * How many requests were under way at a time, at most.
     *
     * @return the number
     */
    public int mostAtOnce() {
        return log.mostAtOnce();
    }

    /** Forgets the requests so far: {@link #requests} and counts begin anew. */
    public void forgetRequests() {
        log.clear();
    }

    /**
     * A session of the integration user, without sign-in.
     *
     * @return an access token, good until {@link #endSessions}
     */
    public String accessToken() {
        return accessToken(organization.integrationUserId());
    }

    /**
     * A session of a user, without sign-in.
     *
     * @param userId the user
     * @return an access token, good until {@link #endSessions}
     */
    public String accessToken(String userId) {
        synchronized (database) {
            return sessions.begin(userId);
        }
    }

    /** Ends all sessions: their tokens are refused as {@code INVALID_SESSION_ID} from now on. */
    public void endSessions() {
        synchronized (database) {
            sessions.endAll();
        }
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
        faults.requireFinished();
    }

    /** Leads requests to what answers them: sign-in, the API, the one call of SOAP. */
    private final class Here implements HttpDoor.Desk, TokenEndpoint.Surroundings {

        @Override
        public ApiResponse answer(LoopbackRequest request, String body, Map<String, String> headers, int underWay) {
            String path = request.path().replaceAll("/+$", "");
            if (path.equals("/services/oauth2/token")) {
                return tokenEndpoint.answer(
                        request.method(), ApiRequest.parameters(body), headers.get("Authorization"));
            }
            if (path.equals("/services/data")) {
                return DataApi.versions();
            }
            if (path.startsWith("/services/Soap/u/")) {
                limits.take(underWay);
                return undelete.answer(body);
            }
            String userId = userOf(headers.getOrDefault("Authorization", ""));
            limits.take(underWay);
            return authorized(request, body, headers, userId).with("Sforce-Limit-Info", limits.header());
        }

        private ApiResponse authorized(
                LoopbackRequest request, String body, Map<String, String> headers, String userId) {
            if (request.path().equals("/services/oauth2/userinfo")
                    || request.path().startsWith("/id/")) {
                return Identity.of(database, userId);
            }
            String target = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
            return api.answer(ApiRequest.of(request.method(), target, headers, body, Actor.client(userId)));
        }

        private String userOf(String authorization) {
            String token = authorization.replaceFirst("^(?:Bearer|OAuth) ", "");
            synchronized (database) {
                return sessions.userOf(token);
            }
        }

        @Override
        public void endSessions() {
            LoopbackSalesforce.this.endSessions();
        }

        @Override
        public String instanceUrl() {
            return instance.toString();
        }

        @Override
        public Set<String> audiences() {
            return Set.copyOf(audiences);
        }

        @Override
        public String integrationUser() {
            return organization.integrationUserId();
        }
    }
}
