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
import io.github.crosstie.fault.ThrottledException;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

@DisplayName("A cluster")
@ExtendWith(Postgres.class)
@Timeout(180)
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

    @Test
    @DisplayName(
            "F7: leaves an organization alone whose systems fail round after round, until somebody says that it is mended")
    void leavesOrganizationsAlone() throws Exception {
        offices.with(Offices.users("A", 5));
        AtomicBoolean isUp = new AtomicBoolean();
        Instant inAnHour = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        Supplier<Crosstie> down = () -> offices.crosstie(
                database, new Down(isUp, () -> new ThrottledException("the system is too busy", inAnHour, null)));
        ClusterSettings patient = Part.SETTINGS.withDispatch(
                DispatchSettings.DEFAULT.withInFlight(8, 1).withRetries(Duration.ofHours(1), Duration.ofHours(1), 3));
        try (Part one = Part.start(database, down, Clock.systemUTC(), patient)) {
            for (int failure = 0; failure < 3; failure++) {
                one.next();
            }
            awaitNone("picked");
            assertThat(count("select count(*) from crosstie_organization where organization = 'A'"
                            + " and paused_until > now() + interval '50 minutes'"))
                    .isEqualTo(1);
            // Whoever claims this one would claim the others of A, too.
            offices.with(Offices.users("B", 1));
            isUp.set(true);
            one.cluster().rosterChanged();
            assertThat(one.next().mailbox()).isEqualTo(Offices.user("B", 1));
            awaitNone("picked");
            assertThat(count("select count(*) from crosstie_mailbox where organization = 'A' and last_success is null"
                            + " and consecutive_failures = 0"))
                    .as("mailboxes of A that nobody was at")
                    .isEqualTo(2);

            OrganizationUser failed = Offices.user(
                    "A",
                    count("select split_part(task_instance, '-', 2)::integer from crosstie_mailbox"
                            + " where consecutive_failures > 0 limit 1"));
            assertThat(one.cluster().resume(failed)).isTrue();

            for (int round = 0; round < 3; round++) {
                assertThat(one.next().mailbox().organization()).isEqualTo(ANNA.organization());
            }
            awaitNone("picked");
            assertThat(count("select count(*) from crosstie_organization")).isZero();
        }
    }

    /** A mail system that nobody can open until it is up. */
    private final class Down implements Connector {
        private final AtomicBoolean isUp;
        private final Supplier<RuntimeException> trouble;

        private Down(AtomicBoolean isUp) {
            this(isUp, () -> new IllegalStateException("down"));
        }

        private Down(AtomicBoolean isUp, Supplier<RuntimeException> trouble) {
            this.isUp = isUp;
            this.trouble = trouble;
        }

        @Override
        public Side side() {
            return Side.MAIL;
        }

        @Override
        public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
            if (!isUp.get()) {
                throw trouble.get();
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
    @DisplayName("loses nobody whom a process that starts brings along, though nobody tells of a change")
    void losesNobody() throws Exception {
        OrganizationUser bert = Offices.user("B", 1);
        offices.with(Stream.of(ANNA));
        try (Part one = Part.start(database, this::crosstie)) {
            one.next();
            offices.with(Stream.of(bert));
            Part.start(database, this::crosstie).leave();

            assertThat(one.cluster().push(bert)).isTrue();
            awaitNone("picked or priority > 0");

            assertThat(count("select count(*) from crosstie_mailbox")).isEqualTo(2);
        }
    }

    private void awaitNone(String condition) throws SQLException {
        while (count("select count(*) from crosstie_mailbox where " + condition) > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("counts no failure of a mailbox while the roster cannot be loaded, and goes on as soon as it can")
    void countsNoFailure() throws Exception {
        offices.with(Offices.users("A", 3));
        AtomicBoolean isDown = new AtomicBoolean();
        AtomicInteger refused = new AtomicInteger();
        Supplier<Crosstie> loading = () -> {
            if (isDown.get()) {
                refused.incrementAndGet();
                throw new IllegalStateException("no roster");
            }
            return crosstie();
        };
        ClusterSettings patient = Part.SETTINGS.withDispatch(
                DispatchSettings.DEFAULT.withRetries(Duration.ofHours(3), Duration.ofHours(9), 5));
        try (Part part = Part.start(database, loading, Clock.systemUTC(), patient)) {
            for (int round = 0; round < 3; round++) {
                part.next();
            }
            isDown.set(true);
            new MailboxTable(database).change();
            assertThat(part.cluster().push(ANNA)).isTrue();
            while (refused.get() < 3) {
                Thread.onSpinWait();
            }
            assertThat(count("select count(*) from crosstie_mailbox where consecutive_failures > 0"))
                    .isZero();

            isDown.set(false);
            assertThat(part.next().mailbox()).as("without another push").isEqualTo(ANNA);
        }
    }

    @Test
    @DisplayName("comes again soon where a worker outside of the cluster is at a mailbox, so that no push is lost")
    void comesAgainSoon() throws Exception {
        offices.with(Stream.of(ANNA));
        HeldUp write = new HeldUp();
        CompletableFuture<Void> outside =
                CompletableFuture.runAsync(() -> crosstie(write).get().sync(ANNA.organization(), ANNA.user()));
        write.awaitReached();
        try (Part part = Part.start(database, this::crosstie)) {
            assertThat(stopped(part.next())).contains(OutcomeCode.LEASED_ELSEWHERE);
            write.release();
            outside.get(120, TimeUnit.SECONDS);
            while (stopped(part.next()).isPresent()) {
                Thread.onSpinWait();
            }
        }
        assertThat(effects()).containsExactlyInAnyOrderElementsOf(offices.effects());
    }

    @Test
    @DisplayName("gives mailboxes back over connections that do not commit by themselves")
    void worksWithoutAutomaticCommits() throws Exception {
        PGSimpleDataSource manual = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(false);
                return connection;
            }
        };
        manual.setUrl(database.getUrl());
        manual.setUser(database.getUser());
        offices.with(Stream.of(ANNA));
        try (Part part = Part.start(manual, this::crosstie)) {
            part.next();
        }
        assertThat(count("select count(*) from crosstie_mailbox where not picked and last_success is not null"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("closes when the roster that it loads is there")
    void closesAfterLoading() throws Exception {
        offices.with(Stream.of(ANNA));
        HeldUp load = new HeldUp();
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean isLoaded = new AtomicBoolean();
        Supplier<Crosstie> loading = () -> {
            Crosstie made = crosstie();
            if (asked.incrementAndGet() > 1) {
                load.accept("the second time");
                isLoaded.set(true);
            }
            return made;
        };
        try (Part part = Part.start(database, loading, Clock.systemUTC(), Part.WATCHFUL)) {
            part.next();
            new MailboxTable(database).change();
            load.awaitReached();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(part.cluster()::close);
            while (!part.cluster().isClosed()) {
                Thread.onSpinWait();
            }
            load.release();
            closing.get(120, TimeUnit.SECONDS);

            assertThat(isLoaded).isTrue();
        }
    }

    @Test
    @DisplayName("holds no thread of a host on whose threads it cannot start")
    void holdsNoThread() throws Exception {
        offices.with(Stream.of(ANNA));
        ScheduledThreadPoolExecutor refusing = new ScheduledThreadPoolExecutor(3) {
            @Override
            public ScheduledFuture<?> scheduleWithFixedDelay(
                    Runnable command, long initialDelay, long delay, TimeUnit unit) {
                throw new RejectedExecutionException("nothing that comes again");
            }
        };
        try {
            assertThatThrownBy(() -> SyncCluster.builder(database, this::crosstie)
                            .executors(Runnable::run, refusing)
                            .clock(Clock.systemUTC())
                            .settings(Part.SETTINGS)
                            .start())
                    .isInstanceOf(RejectedExecutionException.class);

            refusing.shutdown();
            assertThat(refusing.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            refusing.shutdownNow();
        }
    }

    @Test
    @DisplayName("says that tables of a newer release need that release")
    void refusesNewerTables() throws SQLException {
        count("insert into crosstie_schema (version) values (99) returning version");
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
        try {
            assertThatThrownBy(() -> SyncCluster.builder(database, this::crosstie)
                            .executors(threads, threads)
                            .clock(Clock.systemUTC())
                            .start())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("use the newer release");
        } finally {
            threads.shutdownNow();
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
        return stopped((Dispatched.Ran) result.dispatched());
    }

    private static Optional<OutcomeCode> stopped(Dispatched.Ran ran) {
        SyncResult.Synced synced = (SyncResult.Synced) ran.result();
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
                // On a slow machine the heir may look dead to itself or to others, and begins again.
                while (!(heir.next().dispatched() instanceof Dispatched.Ran ran)
                        || stopped(ran).isPresent()) {
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
                awaitNone("picked");

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
