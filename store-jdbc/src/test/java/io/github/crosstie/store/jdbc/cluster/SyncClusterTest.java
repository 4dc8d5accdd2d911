package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.Postgres;
import io.github.crosstie.testkit.MutableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

@DisplayName("A cluster")
@ExtendWith(Postgres.class)
class SyncClusterTest {

    private static final OrganizationUser ANNA = Offices.user("A", 1);

    private final Offices offices = new Offices(Clock.systemUTC());
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

    private Supplier<Crosstie> crosstie(Consumer<String> afterWrite) {
        return () -> offices.crosstie(database, new SharedMail(database, afterWrite));
    }

    private List<String> effects() throws SQLException {
        return new SharedMail(database).effects();
    }

    /** Holds the first write up, after it took effect, until somebody lets it go on. */
    private static final class HeldUp implements Consumer<String> {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void accept(String address) {
            reached.countDown();
            await(released);
        }

        private void awaitReached() {
            await(reached);
        }

        private void release() {
            released.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted before its time", e);
            }
        }
    }

    @Test
    @DisplayName("syncs everybody of its roster once an interval, however many processes there are")
    void syncsEverybody() throws Exception {
        offices.with(Offices.users("A", 4)).with(Offices.users("B", 2));
        List<OrganizationUser> synced = new ArrayList<>();
        try (Part one = Part.start(database, this::crosstie)) {
            for (int round = 0; round < 3; round++) {
                synced.add(one.next().mailbox());
            }
            try (Part two = Part.start(database, this::crosstie)) {
                for (int round = 0; round < 3; round++) {
                    synced.add(one.next().mailbox());
                }
                assertThat(two.isIdle()).isTrue();
            }
        }

        assertThat(synced).doesNotHaveDuplicates().hasSize(6);
        assertThat(effects()).containsExactlyInAnyOrderElementsOf(offices.effects());
    }

    @Test
    @DisplayName("lets a pushed mailbox come before its time, also one at which a process is already")
    void letsAPushedMailboxCome() throws Exception {
        offices.with(Stream.of(ANNA));
        HeldUp write = new HeldUp();
        try (Part part = Part.start(database, crosstie(write))) {
            write.awaitReached();
            assertThat(part.cluster().push(ANNA)).isTrue();
            write.release();
            assertThat(part.next().mailbox()).isEqualTo(ANNA);
            assertThat(part.next().mailbox()).as("pushed during its round").isEqualTo(ANNA);

            assertThat(part.cluster().push(ANNA)).isTrue();
            assertThat(part.next().mailbox()).as("pushed while it waits").isEqualTo(ANNA);

            assertThat(part.cluster().push(Offices.user("A", 99))).isFalse();
        }
        assertThat(effects()).hasSize(Offices.CONTACTS);
    }

    @Test
    @DisplayName("leaves a mailbox that fails alone twice as long after each failure in a row, by the dispatch's rule")
    void leavesFailingMailboxesAlone() throws Exception {
        offices.with(Stream.of(ANNA));
        MutableClock still = MutableClock.create();
        List<Duration> pauses = new ArrayList<>();
        try (Part part = Part.start(
                database, () -> offices.crosstie(database, new Down(new AtomicBoolean())), still, Part.SETTINGS)) {
            for (int failure = 0; failure < 4; failure++) {
                Dispatched failed = part.next().dispatched();
                assertThat(failed).isInstanceOf(Dispatched.Failed.class);
                pauses.add(Duration.between(still.instant(), Objects.requireNonNull(failed.nextDue())));
            }
        }

        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    @DisplayName("F8: lets a mailbox that is left alone go on when somebody says that it is mended")
    void letsMendedMailboxesGoOn() throws Exception {
        offices.with(Stream.of(ANNA));
        AtomicBoolean isUp = new AtomicBoolean();
        ClusterSettings patient = Part.SETTINGS.withDispatch(
                DispatchSettings.DEFAULT.withRetries(Duration.ofHours(1), Duration.ofHours(1), 5));
        try (Part part =
                Part.start(database, () -> offices.crosstie(database, new Down(isUp)), Clock.systemUTC(), patient)) {
            assertThat(part.next().dispatched()).isInstanceOf(Dispatched.Failed.class);
            isUp.set(true);

            while (!part.cluster().resume(ANNA)) {
                // The round that failed is not through yet.
                Thread.onSpinWait();
            }

            assertThat(part.next().dispatched()).isInstanceOf(Dispatched.Ran.class);
            assertThat(part.cluster().resume(Offices.user("A", 99))).isFalse();
        }
        assertThat(effects()).hasSize(Offices.CONTACTS);
    }

    /** A mail system that nobody can open until it is up. */
    private final class Down implements Connector {
        private final AtomicBoolean isUp;

        private Down(AtomicBoolean isUp) {
            this.isUp = isUp;
        }

        @Override
        public Side side() {
            return Side.MAIL;
        }

        @Override
        public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
            if (!isUp.get()) {
                throw new IllegalStateException("down");
            }
            return new SharedMail(database).open(owner, kind, configuration);
        }
    }

    @Test
    @DisplayName("picks a changed roster up in all processes when one is told, without a restart")
    void picksAChangedRosterUp() throws Exception {
        OrganizationUser bert = Offices.user("B", 1);
        offices.with(Stream.of(ANNA));
        AtomicInteger asked = new AtomicInteger();
        Supplier<Crosstie> counting = () -> {
            asked.incrementAndGet();
            return crosstie();
        };
        try (Part one = Part.start(database, this::crosstie)) {
            one.next();
            try (Part two = Part.start(database, counting)) {
                offices.with(Stream.of(bert));
                one.cluster().rosterChanged();
                one.leave();

                two.cluster().push(bert);
                assertThat(two.next().mailbox()).isEqualTo(bert);
                assertThat(asked).as("asked at the start and after the change").hasValue(2);

                offices.without(ANNA);
                two.cluster().rosterChanged();
                assertThat(two.cluster().push(ANNA)).isFalse();
            }
        }
    }

    @Test
    @DisplayName(
            "lets rounds end early when it is closed, go on elsewhere at once, and leaves the host's threads alone")
    void letsRoundsEndEarly() throws Exception {
        offices.with(Stream.of(ANNA));
        HeldUp write = new HeldUp();
        Part one = Part.start(database, crosstie(write));
        write.awaitReached();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(one.cluster()::close);
        while (!one.cluster().isClosed()) {
            Thread.onSpinWait();
        }
        write.release();
        closing.get(120, TimeUnit.SECONDS);

        assertThat(stopped(one.next())).contains(OutcomeCode.CANCELLED);
        assertThat(one.rounds().submit(() -> "alive").get()).isEqualTo("alive");
        assertThat(one.housekeeping().submit(() -> "alive").get()).isEqualTo("alive");
        try (Part two = Part.start(database, this::crosstie)) {
            assertThat(two.next().mailbox()).isEqualTo(ANNA);
        }
        assertThat(effects()).containsExactlyInAnyOrderElementsOf(offices.effects());
        one.close();
    }

    private static Optional<OutcomeCode> stopped(Part.Result result) {
        SyncResult.Synced synced = (SyncResult.Synced) ((Dispatched.Ran) result.dispatched()).result();
        RoundReport report = Objects.requireNonNull(synced.rounds().get(ItemKind.CONTACT));
        return report.stopped().map(stop -> stop.code());
    }

    @Test
    @DisplayName("F13: refuses the commits of a process that merely looked dead, so that no round runs twice to effect")
    void refusesWhoLookedDead() throws Exception {
        offices.with(Stream.of(ANNA));
        HeldUp write = new HeldUp();
        try (Part mute = Part.startMute(database, crosstie(write))) {
            write.awaitReached();
            try (Part heir = Part.start(database, this::crosstie, Clock.systemUTC(), Part.WATCHFUL)) {
                // On a slow machine the heir may look dead to itself, and begins again.
                while (stopped(heir.next()).isPresent()) {
                    Thread.onSpinWait();
                }
                write.release();

                assertThat(mute.next().dispatched())
                        .isInstanceOfSatisfying(
                                Dispatched.Failed.class,
                                failed -> assertThat(failed.cause()).isInstanceOf(FencedException.class));
                assertThat(effects()).containsExactlyInAnyOrderElementsOf(offices.effects());
            }
        }
    }

    @Test
    @DisplayName("leaves a mailbox alone first that may be what kills the processes: it died or failed before, too")
    void leavesAloneWhatMayKill() throws Exception {
        offices.with(Stream.of(ANNA));
        HeldUp write = new HeldUp();
        ClusterSettings patient = Part.WATCHFUL.withDispatch(
                DispatchSettings.DEFAULT.withRetries(Duration.ofHours(1), Duration.ofHours(9), 5));
        try (Part mute = Part.startMute(database, crosstie(write))) {
            write.awaitReached();
            assertThat(count("update crosstie_mailbox set consecutive_failures = 1 where picked returning 1"))
                    .isEqualTo(1);
            try (Part heir = Part.start(database, this::crosstie, Clock.systemUTC(), patient)) {
                while (count("select count(*) from crosstie_mailbox where picked") > 0) {
                    Thread.onSpinWait();
                }

                assertThat(
                                count(
                                        "select consecutive_failures from crosstie_mailbox where execution_time"
                                                + " between clock_timestamp() + interval '1 hour' and clock_timestamp() + interval '2 hours'"))
                        .isEqualTo(2);
                assertThat(heir.isIdle()).isTrue();
            }
            write.release();
            mute.next();
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Test
    @DisplayName("says what it misses before it starts")
    void saysWhatItMisses(PGSimpleDataSource empty, @TempDir Path folder) {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve("state.db"));
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
        try {
            assertThatThrownBy(() -> SyncCluster.builder(empty, this::crosstie).start())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("call executors(...)");
            assertThatThrownBy(() -> SyncCluster.builder(empty, this::crosstie)
                            .executors(threads, threads)
                            .clock(Clock.systemUTC())
                            .start())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("JdbcSchema.of(dataSource).apply()");
            assertThatThrownBy(() -> SyncCluster.builder(file, this::crosstie)
                            .executors(threads, threads)
                            .clock(Clock.systemUTC())
                            .start())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("use PostgreSQL");
        } finally {
            threads.shutdownNow();
        }
    }
}
