package io.github.crosstie.store.jdbc.cluster;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import io.github.crosstie.Crosstie;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.store.jdbc.JdbcSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of a cluster that keeps the mailboxes of a roster in step, round after round, until it is closed. All processes that
 * are started on one PostgreSQL database share the mailboxes out among them.
 *
 * <ul>
 *   <li>Each mailbox is at one process at a time, and due again a while after its round; one that fails is left alone twice as long
 *       after each failure in a row, and an organization as a whole whose systems fail round after round. Pushed mailboxes come first,
 *       then organizations by turns, none with more rounds at a time than its share over all processes.
 *   <li>When a process dies, the mailboxes at which it was go on elsewhere within {@link ClusterSettings#takeOver}. If it was merely
 *       slow, its fence is refused at its next commit: no round runs twice to effect (F13).
 *   <li>It runs on the host's threads alone: rounds on one executor; on the other, which has to run three things at a time at
 *       least, the claims of due mailboxes (which hold a thread as long as the cluster is open), heartbeats, and the looks for dead
 *       processes and for a changed roster.
 *   <li>Due times, heartbeats and leases go by the database's clock, whatever the clocks of the machines say (F11).
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class SyncCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncCluster.class);

    /** How many mailboxes are claimed at most, as a part of the threads: what was claimed and has no thread would look dead. */
    private static final double MOST = 1.0;

    /** How many are left of a full batch when the next one is claimed. */
    private static final double FEW = 0.5;

    private final MailboxTable table;
    private final OrganizationTable organizations;
    private final Rosters rosters;
    private final DatabaseClock clock;
    private final LentScheduler watching;
    private final Duration takeOver;
    private final Scheduler scheduler;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private SyncCluster(Builder builder, Executor rounds, ScheduledExecutorService housekeeping, Clock hostClock) {
        ClusterSettings settings = builder.settings;
        table = new MailboxTable(builder.source);
        organizations = new OrganizationTable(builder.source);
        clock = new DatabaseClock(table.now(), System::nanoTime);
        rosters = new Rosters(
                table,
                builder.crosstie,
                clock,
                settings.poll(),
                settings.dispatch().firstRetry());
        watching = new LentScheduler(housekeeping);
        takeOver = settings.takeOver();
        MailboxRound round = new MailboxRound(
                rosters,
                table,
                organizations,
                settings.dispatch(),
                new DueTimes(settings.interval(), settings.jitter(), builder.random),
                hostClock,
                clock,
                isClosed::get,
                builder.results);
        scheduler = Scheduler.create(builder.source, round.task())
                .tableName(MailboxTable.NAME)
                .schedulerName(new SchedulerName.Fixed(builder.name))
                .jdbcCustomization(new Claims(settings.dispatch().inFlightPerOrganization(), rosters::isResting))
                .clock(clock)
                .threads(settings.dispatch().inFlight())
                .pollUsingLockAndFetch(FEW, MOST)
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(settings.missedHeartbeats())
                .shutdownMaxWait(settings.takeOver())
                .executorService(new LentExecutor(rounds, this::claim))
                .dueExecutor(new LentScheduler(housekeeping))
                .housekeeperExecutor(new LentScheduler(housekeeping))
                .build();
    }

    /**
     * Prepares a process of the cluster.
     *
     * @param source leads to the PostgreSQL database in which the {@code JdbcStateStore} of {@code crosstie} keeps its state, its
     *     tables made or brought up to date by {@link JdbcSchema}
     * @param crosstie makes the entry point from directories and configurations as they are now; asked after each {@link
     *     #rosterChanged} and each start of a process, in all of them, from any thread. What it throws later than at the start is
     *     logged, and it is asked again after a poll, and after twice as long each further time up to the first pause of a mailbox;
     *     meanwhile no round begins here, and no mailbox counts as failed
     * @return a builder
     */
    public static Builder builder(DataSource source, Supplier<Crosstie> crosstie) {
        return new Builder(source, crosstie);
    }

    private void start(long heartbeatMillis) {
        // The processes that are there may hold a roster without those that this one brings.
        table.change();
        rosters.current();
        scheduler.start();
        // It ends with the lent executor.
        ScheduledFuture<?> unused =
                watching.scheduleWithFixedDelay(this::watch, heartbeatMillis, heartbeatMillis, TimeUnit.MILLISECONDS);
    }

    private void watch() {
        if (isClosed()) {
            return;
        }
        try {
            clock.set(table.now());
            rosters.current();
        } catch (RuntimeException e) {
            LogEvent.ROSTER_NOT_LOADED.on(LOG).setCause(e).log();
        }
    }

    private void claim() {
        scheduler.triggerCheckForDueExecutions();
    }

    /**
     * Lets a mailbox come first, because something is known to have changed there: a notification arrived, or somebody waits. One that
     * is at a process comes again right after; one that is left alone stays so, and then comes first.
     *
     * @param mailbox whose
     * @return true if the cluster knows it; false if it does not sync
     * @throws io.github.crosstie.fault.UnavailableException if the database does not answer for now
     */
    public boolean push(OrganizationUser mailbox) {
        boolean isKnown = table.push(mailbox);
        claim();
        return isKnown;
    }

    /**
     * Lets a mailbox come first that is left alone, because what failed is mended: credentials are renewed, access is switched on again
     * (F8). If its organization is paused, that ends too.
     *
     * @param mailbox whose
     * @return true if its next rounds may begin; false if the cluster does not know it, or another worker is at it: try again
     * @throws io.github.crosstie.fault.CrosstieException if the database does not answer for now
     */
    public boolean resume(OrganizationUser mailbox) {
        Rosters.Current current = rosters.current();
        boolean isResumed = current.mailboxes().contains(mailbox)
                && current.crosstie().resume(mailbox.organization(), mailbox.user())
                && table.resume(mailbox);
        if (isResumed) {
            organizations.well(mailbox.organization());
        }
        claim();
        return isResumed;
    }

    /**
     * Says that directories or configurations have changed. This process makes its entry point anew at once, the others at their next
     * round or heartbeat; then who is new syncs, and who left does not any more.
     *
     * @throws io.github.crosstie.fault.UnavailableException if the database does not answer for now
     */
    public void rosterChanged() {
        table.change();
        rosters.current();
        claim();
    }

    /**
     * Leaves the cluster: claims no further mailbox, and lets the rounds at work end before their next call; what is done is kept, and
     * what is not goes on elsewhere at once. Returns when they have ended, and the loading of a roster too, or when {@link
     * ClusterSettings#takeOver} has passed thrice.
     * The executors are the host's to stop. Without effect the second time. Not to be called from a round.
     */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            watching.shutdown();
            scheduler.stop();
            awaitWatching();
        }
    }

    /** A look for a changed roster that is under way comes to its end. */
    private void awaitWatching() {
        try {
            boolean isThrough = watching.awaitTermination(takeOver.toMillis(), TimeUnit.MILLISECONDS);
            if (!isThrough) {
                LogEvent.ROSTER_STILL_LOADING.on(LOG).log();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was closed, or is about to be. */
    boolean isClosed() {
        return isClosed.get();
    }

    /** Collects the parts; {@link #start} checks that none is missing. Not thread-safe. */
    public static final class Builder {

        private final DataSource source;
        private final Supplier<Crosstie> crosstie;
        private ClusterSettings settings = ClusterSettings.DEFAULT;
        private String name = "process " + ProcessHandle.current().pid();
        private BiConsumer<OrganizationUser, Dispatched> results = (mailbox, result) -> {};
        private RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        private @Nullable Executor rounds;
        private @Nullable ScheduledExecutorService housekeeping;
        private @Nullable Clock clock;

        private Builder(DataSource source, Supplier<Crosstie> crosstie) {
            this.source = Objects.requireNonNull(source, "source");
            this.crosstie = Objects.requireNonNull(crosstie, "crosstie");
        }

        /**
         * Sets whose threads do the work. They stay the host's to stop.
         *
         * @param rounds runs rounds, as many at a time as the settings allow; if it takes no more, the thread that claims runs the round
         *     and claims nothing meanwhile. What waits in it looks dead to the others after a while
         * @param housekeeping runs what comes again and again; three threads or more
         * @return this
         */
        public Builder executors(Executor rounds, ScheduledExecutorService housekeeping) {
            this.rounds = Objects.requireNonNull(rounds, "rounds");
            this.housekeeping = Objects.requireNonNull(housekeeping, "housekeeping");
            return this;
        }

        /**
         * Sets the time, by which rounds are told how long they may take.
         *
         * @param clock the clock that the entry point has
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets how the mailboxes are shared out. {@link ClusterSettings#DEFAULT} unless set.
         *
         * @param settings the settings
         * @return this
         */
        public Builder settings(ClusterSettings settings) {
            this.settings = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Sets how the process is called in the table of mailboxes, for people. By default by its number.
         *
         * @param name the name
         * @return this
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets who is told what came of each mailbox that this process was at. Nobody unless set.
         *
         * @param results called by several threads at a time, each before its mailbox may go elsewhere. What it throws is logged, and
         *     the mailbox tried again after the first pause
         * @return this
         */
        public Builder results(BiConsumer<OrganizationUser, Dispatched> results) {
            this.results = Objects.requireNonNull(results, "results");
            return this;
        }

        /**
         * Sets by what chance times to wait are stretched, for tests that are to repeat.
         *
         * @param random the source of chance; need not be thread-safe if the cluster alone uses it
         * @return this
         */
        public Builder random(RandomGenerator random) {
            this.random = Objects.requireNonNull(random, "random");
            return this;
        }

        /**
         * Enters the cluster. Mailboxes that are new in it are due at once.
         *
         * @return the process' part in it; close it in the end
         * @throws IllegalArgumentException if executors or clock were not set, or the database is not PostgreSQL with the tables that this
         *     release needs
         * @throws io.github.crosstie.fault.CrosstieException if the database does not answer for now
         */
        public SyncCluster start() {
            Executor forRounds = require(rounds, "executors");
            ScheduledExecutorService forHousekeeping = require(housekeeping, "executors");
            Clock hostClock = require(clock, "clock");
            requirePostgres();
            requireTables();
            SyncCluster cluster = new SyncCluster(this, forRounds, forHousekeeping, hostClock);
            try {
                cluster.start(settings.heartbeat().toMillis());
            } catch (RuntimeException | Error failure) {
                // The threads that have begun are the host's.
                cluster.close();
                throw failure;
            }
            return cluster;
        }

        private void requireTables() {
            int version = JdbcSchema.of(source).version();
            if (version != JdbcSchema.required()) {
                throw new IllegalArgumentException("the tables of the cluster have version " + version
                        + ", this library needs " + JdbcSchema.required()
                        + (version > JdbcSchema.required()
                                ? "; a newer release made them: use the newer release"
                                : "; call JdbcSchema.of(dataSource).apply() first"));
            }
        }

        private void requirePostgres() {
            // Refuses other databases than SQLite and PostgreSQL, and tells those that do not answer.
            JdbcSchema.of(source);
            try (Connection connection = source.getConnection()) {
                String product = connection.getMetaData().getDatabaseProductName();
                if (!product.equals("PostgreSQL")) {
                    throw new IllegalArgumentException("the data source leads to " + product
                            + ", which processes of one machine share; use PostgreSQL for a cluster");
                }
            } catch (SQLException e) {
                throw Transactions.unavailable(e);
            }
        }

        private static <T> T require(@Nullable T part, String name) {
            if (part == null) {
                throw new IllegalArgumentException(
                        "SyncCluster.builder(...): " + name + " is missing; call " + name + "(...) before start()");
            }
            return part;
        }
    }
}
