package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

@DisplayName("An organization of a cluster")
@ExtendWith(Postgres.class)
@Timeout(180)
class OrganizationPausesTest {

    private static final OrganizationUser ANNA = Offices.user("A", 1);
    private static final String PAUSED =
            "select count(*) from crosstie_organization where organization = 'A' and failures = 3 and pauses = 2";

    private final Offices offices = new Offices(Clock.systemUTC());
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private PGSimpleDataSource database;

    @BeforeEach
    void create(PGSimpleDataSource source) throws SQLException {
        JdbcSchema.of(source).apply();
        SharedMail.create(source);
        database = source;
    }

    private Crosstie crosstie() {
        return offices.crosstie(database, new SharedMail(database));
    }

    /** One whose first write is held up, after it took effect. */
    private Crosstie heldUp() {
        return offices.crosstie(database, new SharedMail(database, address -> {
            reached.countDown();
            await(released);
        }));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before its time", e);
        }
    }

    /** Its systems have failed of late, and it has been paused twice. */
    private void fail() throws SQLException {
        assertThat(count("insert into crosstie_organization (organization, failures, pauses) values ('A', 3, 2)"
                        + " returning 1"))
                .isEqualTo(1);
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private void awaitNonePicked() throws SQLException {
        while (count("select count(*) from crosstie_mailbox where picked") > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("F7: is told in the log as left alone when it is, once, and at no failure before")
    void isToldOnce() throws Exception {
        offices.with(Offices.users("A", 5));
        Instant inAnHour = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        Connector busy = new Busy(new ThrottledException("the system is too busy", inAnHour, null));
        ClusterSettings patient = Part.SETTINGS.withDispatch(
                DispatchSettings.DEFAULT.withInFlight(8, 1).withRetries(Duration.ofHours(1), Duration.ofHours(1), 3));
        try (Warnings warnings = new Warnings();
                Part part = Part.start(database, () -> offices.crosstie(database, busy), Clock.systemUTC(), patient)) {
            for (int failure = 0; failure < 3; failure++) {
                part.next();
            }
            awaitNonePicked();

            assertThat(warnings.of(LogEvent.ORGANIZATION_LEFT_ALONE))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getKeyValuePairs())
                            .extracting(pair -> pair.key)
                            .containsExactly("crosstie.organization", "crosstie.until"))
                    .satisfies(line ->
                            assertThat(line.getKeyValuePairs().get(0).value).isEqualTo(ANNA.organization()));
        }
    }

    @Test
    @DisplayName("F7: is not well because a round found its mailbox leased elsewhere, but because one went through")
    void isNotWellByARoundLeasedElsewhere() throws Exception {
        offices.with(Stream.of(ANNA));
        CompletableFuture<Void> outside =
                CompletableFuture.runAsync(() -> heldUp().sync(ANNA.organization(), ANNA.user()));
        await(reached);
        fail();
        try (Part part = Part.start(database, this::crosstie)) {
            part.next();
            awaitNonePicked();
            assertThat(count(PAUSED)).isEqualTo(1);

            released.countDown();
            outside.get(120, TimeUnit.SECONDS);
            while (isStopped(part.next())) {
                Thread.onSpinWait();
            }
            awaitNonePicked();
            assertThat(count(PAUSED)).isZero();
        }
    }

    private static boolean isStopped(Part.Result result) {
        SyncResult.Synced synced = (SyncResult.Synced) ((Dispatched.Ran) result.dispatched()).result();
        return synced.rounds().values().stream()
                .anyMatch(report -> report.stopped().isPresent());
    }

    @Test
    @DisplayName("F7: is not well because a process was closed whose rounds were cancelled")
    void isNotWellByARoundCancelled() throws Exception {
        offices.with(Stream.of(ANNA));
        Part part = Part.start(database, this::heldUp);
        await(reached);
        fail();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(part.cluster()::close);
        while (!part.cluster().isClosed()) {
            Thread.onSpinWait();
        }
        released.countDown();
        closing.get(120, TimeUnit.SECONDS);
        part.close();

        assertThat(count(PAUSED)).isEqualTo(1);
    }

    /** A mail system that nobody can open. */
    private record Busy(RuntimeException trouble) implements Connector {

        @Override
        public Side side() {
            return Side.MAIL;
        }

        @Override
        public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
            throw trouble;
        }
    }

    /** What the library warns of, in whatever thread, until it is closed. */
    private static final class Warnings extends AppenderBase<ILoggingEvent> implements AutoCloseable {

        private static final Logger LIBRARY = (Logger) LoggerFactory.getLogger("io.github.crosstie");

        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        private Warnings() {
            setContext(LIBRARY.getLoggerContext());
            start();
            LIBRARY.addAppender(this);
            LIBRARY.setLevel(Level.WARN);
        }

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }

        private List<ILoggingEvent> of(LogEvent event) {
            return events.stream()
                    .filter(each -> each.getMessage().equals(event.message()))
                    .toList();
        }

        @Override
        public void close() {
            LIBRARY.setLevel(null);
            LIBRARY.detachAppender(this);
            stop();
        }
    }
}
