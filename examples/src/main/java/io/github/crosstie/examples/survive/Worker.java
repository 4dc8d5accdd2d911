package io.github.crosstie.examples.survive;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.graph.GraphConnector;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.ResultText;
import io.github.crosstie.salesforce.SalesforceConnection;
import io.github.crosstie.salesforce.SalesforceConnector;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.state.StateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The process that syncs, and is killed. It is told on its standard input: first what it has to know, then {@value #SYNC} for each
 * round. It says {@value #COMMIT} before each commit and waits for {@value #GO_ON}, and {@value #DONE} after each round, with the
 * number of writes and whether anything was left undone. It ends when nobody tells it anything any more.
 */
final class Worker {

    static final String SYNC = "sync";
    static final String GO_ON = "go on";
    static final String COMMIT = "commit";
    static final String DONE = "done";

    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    /** People mean each of their deletions here: so many a day in so small a mailbox would be held otherwise (S13). */
    private static final DeletionGuard NO_GUARD =
            new DeletionGuard(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, Duration.ofMinutes(1));

    private static final Set<OutcomeCode> SETTLED = Set.of(
            OutcomeCode.DONE,
            OutcomeCode.CONFLICT_RESOLVED,
            OutcomeCode.RESTORED_AGAINST_DELETION,
            OutcomeCode.DETACHED);

    private final WorkerSettings settings;
    private final BufferedReader in;
    private final PrintStream out;
    private final Clock clock;

    private Worker(WorkerSettings settings, BufferedReader in, PrintStream out) {
        this.settings = settings;
        this.in = in;
        this.out = out;
        clock = Clock.offset(Clock.systemUTC(), settings.shift());
    }

    /**
     * Works until it is killed, or its standard input ends.
     *
     * @param arguments none
     * @throws IOException if its standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.SEVERE);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Worker(WorkerSettings.read(in), in, out).work();
    }

    private void work() throws IOException {
        OrganizationId organization = new OrganizationId(settings.organization());
        UserId user = new UserId(settings.user());
        Crosstie crosstie = crosstie(organization, user);
        for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
            SyncResult result = crosstie.sync(organization, user);
            boolean isSettled = isSettled(result);
            if (!isSettled) {
                System.err.print(ResultText.of(result));
            }
            out.println(DONE + " " + writes(result) + " " + isSettled);
        }
    }

    private void announceCommit() {
        out.println(COMMIT);
        try {
            if (in.readLine() == null) {
                throw new IllegalStateException("nobody listens any more: the process that started this one has ended");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the process that started this one cannot be heard", e);
        }
    }

    private static int writes(SyncResult result) {
        return result instanceof SyncResult.Synced synced ? synced.writes() : 0;
    }

    private static boolean isSettled(SyncResult result) {
        return result instanceof SyncResult.Synced synced
                && synced.rounds().values().stream()
                        .allMatch(report ->
                                SETTLED.containsAll(report.totals().outcomes().keySet()));
    }

    private Crosstie crosstie(OrganizationId organization, UserId user) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        AccessToken session = new AccessToken(settings.salesforceToken(), settings.salesforce());
        SalesforceConnector salesforce = SalesforceConnector.builder(
                        SalesforceConnection.builder()
                                .client(client)
                                .tokens(() -> session)
                                .clock(clock)
                                .allowPlainHttp()
                                .build(),
                        settings.organization())
                .tagField(Systems.TAG)
                .userZones(owner -> ZoneOffset.UTC)
                .freshness(Duration.ZERO)
                .build();
        // By a clock that is put forward past the lease of whoever was killed before.
        StateStore store = StateDatabase.open(
                AnnouncedCommits.of(StateDatabase.of(settings.database()), this::announceCommit), settings.key());
        return Crosstie.builder()
                .organization(setup(organization, user), salesforce)
                .mail(mail(client))
                .store(store)
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();
    }

    private Connector mail(HttpClient client) {
        return switch (settings.mail()) {
            case EXCHANGE ->
                EwsConnector.builder()
                        .client(client)
                        .auth(EwsAuth.bearer(target -> settings.mailToken()))
                        .server(settings.mailServer())
                        .clock(clock)
                        .utc()
                        .allowPlainHttp()
                        .build();
            case GRAPH ->
                GraphConnector.builder()
                        .client(client)
                        .tokens(TokenProvider.constant(settings.mailToken()))
                        .service(settings.mailServer())
                        .clock(clock)
                        .userZones(owner -> ZoneOffset.UTC)
                        .allowPlainHttp()
                        .build();
        };
    }

    private OrganizationSetup setup(OrganizationId organization, UserId user) {
        Directory directory = Directory.builder(new Organization(organization, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(user, settings.address(), SALES)
                        .emailAddress(settings.address())
                        .build())
                .build();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(SALES))
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .deletionGuard(NO_GUARD)
                .build();
        return new OrganizationSetup(directory, ConfigurationSet.of(organization, configuration));
    }
}
