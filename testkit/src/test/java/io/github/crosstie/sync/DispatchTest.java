package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.dispatch.MailboxTask;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DispatchTest {

    private static final Executor HERE = Runnable::run;
    private static final SyncResult DONE =
            new SyncResult.Synced(Map.of(ItemKind.CONTACT, new RoundReport(List.of(), List.of(), List.of())));

    private final MutableClock clock = MutableClock.create();

    private static MailboxTask task(String organization, int user, Function<RoundLimits, SyncResult> work) {
        return new MailboxTask(
                new OrganizationUser(new OrganizationId(organization), new UserId(String.format("005%04d", user))),
                work);
    }

    private static List<MailboxTask> tasks(String organization, int users, Function<RoundLimits, SyncResult> work) {
        return IntStream.range(0, users)
                .mapToObj(user -> task(organization, user, work))
                .toList();
    }

    private static SyncResult stopped(OutcomeCode code, @Nullable Instant retryAt) {
        Outcome stop = new Outcome.Stopped(code, "stopped", retryAt);
        return new SyncResult.Synced(Map.of(ItemKind.CONTACT, new RoundReport(List.of(), List.of(stop), List.of())));
    }

    private static DispatchReport report(Dispatch dispatch) throws Exception {
        return dispatch.report().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private Dispatch start(List<MailboxTask> tasks, Executor executor, DispatchSettings settings) {
        return Dispatch.start(tasks, executor, settings, Schedule.EMPTY, clock);
    }

    @Test
    @DisplayName("a thousand mailboxes are synced on four threads of the host's, never more than allowed at a time")
    void syncsAThousandMailboxes() throws Exception {
        InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
        InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
        InMemoryStateStore store = InMemoryStateStore.create();
        AtomicInteger ids = new AtomicInteger();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("default"))
                .contacts(SyncDirection.BOTH)
                .build();
        Watcher watcher = new Watcher();
        List<MailboxTask> tasks = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String organization = "00D" + i % 4;
            Owner user = new Owner("user-" + i);
            crm.records(user, ItemKind.CONTACT)
                    .create(Items.contact("Ada" + i, "Lovelace").build());
            mail.records(user, ItemKind.CONTACT);
            CollectionKey key =
                    new CollectionKey(new OrganizationId(organization), new UserId(user.value()), ItemKind.CONTACT);
            tasks.add(task(
                    organization,
                    i,
                    watcher.watching(
                            organization,
                            limits -> new SyncResult.Synced(Map.of(
                                    ItemKind.CONTACT,
                                    SyncRound.of(
                                                    key,
                                                    configuration,
                                                    crm.open(user, ItemKind.CONTACT, configuration),
                                                    mail.open(user, ItemKind.CONTACT, configuration),
                                                    store,
                                                    clock,
                                                    () -> "id-" + ids.incrementAndGet())
                                            .run(limits))))));
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            DispatchReport report = report(start(tasks, pool, DispatchSettings.DEFAULT.withInFlight(3, 2)));

            assertThat(report.ran()).isEqualTo(1_000);
            assertThat(report.mailboxes().values())
                    .allSatisfy(line -> assertThat(((SyncResult.Synced) ((Dispatched.Ran) line).result()).writes())
                            .isEqualTo(1));
            assertThat(report.schedule()).isEqualTo(Schedule.EMPTY);
            assertThat(watcher.most).isBetween(1, 3);
            assertThat(watcher.mostOfOne).isBetween(1, 2);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Counts who is at work at the same time. */
    private static final class Watcher {

        private final HashMap<String, Integer> now = new HashMap<>();
        private int most;
        private int mostOfOne;

        Function<RoundLimits, SyncResult> watching(String organization, Function<RoundLimits, SyncResult> work) {
            return limits -> {
                enter(organization);
                try {
                    return work.apply(limits);
                } finally {
                    leave(organization);
                }
            };
        }

        private synchronized void enter(String organization) {
            mostOfOne = Math.max(mostOfOne, now.merge(organization, 1, Integer::sum));
            most = Math.max(
                    most, now.values().stream().mapToInt(Integer::intValue).sum());
        }

        private synchronized void leave(String organization) {
            now.merge(organization, -1, Integer::sum);
        }
    }

    @Test
    @DisplayName("no more than allowed are handed to the executor, overall and of one organization, by turns")
    void handsOverByTurns() {
        Deque<Runnable> handed = new ArrayDeque<>();
        List<String> order = new ArrayList<>();
        List<MailboxTask> tasks = new ArrayList<>();
        tasks.addAll(tasks("big", 6, limits -> noted(order, "big")));
        tasks.addAll(tasks("small", 2, limits -> noted(order, "small")));

        Dispatch dispatch = start(tasks, handed::add, DispatchSettings.DEFAULT.withInFlight(3, 2));

        assertThat(handed).as("two of the one, one of the other").hasSize(3);
        while (!handed.isEmpty()) {
            handed.remove().run();
            assertThat(handed).hasSizeLessThanOrEqualTo(3);
        }
        assertThat(dispatch.isDone()).isTrue();
        assertThat(order.subList(0, 4))
                .as("the small one is not kept waiting")
                .filteredOn("small"::equals)
                .hasSize(2);
    }

    private static SyncResult noted(List<String> order, String organization) {
        order.add(organization);
        return DONE;
    }

    @Test
    @DisplayName(
            "an executor that runs tasks in the caller's thread does them all, however many, without deepening the stack")
    void worksInTheCallersThread() throws Exception {
        AtomicInteger ran = new AtomicInteger();

        Dispatch dispatch = start(
                tasks("00D1", 20_000, limits -> {
                    ran.incrementAndGet();
                    return DONE;
                }),
                HERE,
                DispatchSettings.DEFAULT);

        assertThat(dispatch.isDone()).isTrue();
        assertThat(ran).hasValue(20_000);
        assertThat(report(dispatch).ran()).isEqualTo(20_000);
    }

    @Test
    @DisplayName("F7: a throttled mailbox is told with its moment and left alone until then, and nobody waits for it")
    void reschedulesAThrottledMailbox() throws Exception {
        Instant later = clock.instant().plus(Duration.ofMinutes(17));
        List<MailboxTask> tasks = new ArrayList<>(tasks("00D1", 3, limits -> DONE));
        tasks.add(task("00D1", 9, limits -> stopped(OutcomeCode.THROTTLED, later)));
        MailboxTask throttled = tasks.get(3);

        DispatchReport first = report(start(tasks, HERE, DispatchSettings.DEFAULT));

        assertThat(first.ran()).isEqualTo(4);
        assertThat(first.mailboxes().get(throttled.mailbox()).nextDue()).isEqualTo(later);
        assertThat(first.schedule().next()).contains(later);

        clock.advance(Duration.ofMinutes(16));
        DispatchReport second = report(Dispatch.start(tasks, HERE, DispatchSettings.DEFAULT, first.schedule(), clock));
        assertThat(second.mailboxes().get(throttled.mailbox()))
                .isEqualTo(new Dispatched.NotRun(Dispatched.Reason.NOT_DUE, later));
        assertThat(second.ran()).isEqualTo(3);

        clock.advance(Duration.ofMinutes(1));
        DispatchReport third = report(Dispatch.start(tasks, HERE, DispatchSettings.DEFAULT, second.schedule(), clock));
        assertThat(third.ran()).isEqualTo(4);
    }

    @Test
    @DisplayName("a mailbox that fails is tried again after ever longer pauses, and keeps no other back")
    void backsOff() throws Exception {
        List<MailboxTask> tasks = new ArrayList<>(tasks("00D1", 3, limits -> DONE));
        tasks.add(task("00D1", 9, limits -> {
            throw new IllegalStateException("broken");
        }));
        Schedule schedule = Schedule.EMPTY;
        List<Duration> pauses = new ArrayList<>();

        for (int i = 0; i < 12; i++) {
            DispatchReport report = report(Dispatch.start(tasks, HERE, DispatchSettings.DEFAULT, schedule, clock));
            assertThat(report.ran()).isEqualTo(4);
            schedule = report.schedule();
            Dispatched.Failed failed =
                    (Dispatched.Failed) report.mailboxes().get(tasks.get(3).mailbox());
            assertThat(failed.reason()).as("no text of others").isEqualTo("java.lang.IllegalStateException");
            pauses.add(Duration.between(clock.instant(), failed.nextDue()));
            clock.advance(pauses.get(i));
        }

        assertThat(pauses.subList(0, 4))
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(8));
        assertThat(pauses.get(11)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    @DisplayName("F8: an organization whose systems fail in a row is left alone as a whole, the others go on")
    void pausesAnOrganization() throws Exception {
        List<MailboxTask> tasks = new ArrayList<>();
        tasks.addAll(tasks("down", 50, limits -> {
            throw new UnauthorizedException("the credentials of the CRM are refused; renew them");
        }));
        tasks.addAll(tasks("up", 50, limits -> DONE));

        DispatchReport report = report(start(tasks, HERE, DispatchSettings.DEFAULT));

        assertThat(report.ran()).isEqualTo(55);
        assertThat(report.mailboxes().values())
                .filteredOn(line ->
                        line instanceof Dispatched.NotRun not && not.reason() == Dispatched.Reason.ORGANIZATION_PAUSED)
                .hasSize(45)
                .allSatisfy(line ->
                        assertThat(line.nextDue()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1))));

        clock.advance(Duration.ofMinutes(2));
        List<MailboxTask> mended = tasks("down", 50, limits -> DONE);
        DispatchReport after = report(Dispatch.start(mended, HERE, DispatchSettings.DEFAULT, report.schedule(), clock));
        assertThat(after.ran()).isEqualTo(50);
        assertThat(after.schedule()).isEqualTo(Schedule.EMPTY);
    }

    @Test
    @DisplayName("F8: a user whose round calls no system tells nothing of them, and interrupts no row of failures")
    void pausesAnOrganizationBesideUsersWhoAreLeftAlone() throws Exception {
        List<MailboxTask> tasks = new ArrayList<>();
        for (int user = 0; user < 50; user++) {
            SyncResult result = user % 2 == 0
                    ? stopped(OutcomeCode.UNAVAILABLE, null)
                    : new SyncResult.NoMailbox("the CRM has no address; enter one");
            tasks.add(task("down", user, limits -> result));
        }

        DispatchReport report = report(start(tasks, HERE, DispatchSettings.DEFAULT));

        assertThat(report.schedule().organizations()).containsOnlyKeys(new OrganizationId("down"));
        assertThat(report.ran()).isEqualTo(9);
    }

    @Test
    @DisplayName("an organization that hangs keeps no other from being worked on")
    void isolatesAHangingOrganization() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(40);
        List<MailboxTask> tasks = new ArrayList<>();
        tasks.addAll(tasks("hangs", 10, limits -> {
            await(release);
            return DONE;
        }));
        tasks.addAll(tasks("works", 40, limits -> {
            others.countDown();
            return DONE;
        }));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Dispatch dispatch = start(tasks, pool, DispatchSettings.DEFAULT.withInFlight(4, 2));

            assertThat(others.await(30, TimeUnit.SECONDS))
                    .as("all others are through")
                    .isTrue();
            assertThat(dispatch.isDone()).isFalse();
            release.countDown();
            assertThat(report(dispatch).ran()).isEqualTo(50);
        } finally {
            release.countDown();
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released the latch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName(
            "cancelled in the middle, it begins nothing more, tells those at work to end, and says what was not run")
    void cancels() throws Exception {
        CountDownLatch atWork = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        List<Boolean> told = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Dispatch dispatch = start(
                    tasks("00D1", 100, limits -> {
                        atWork.countDown();
                        await(release);
                        told.add(limits.cancelled().getAsBoolean());
                        return stopped(OutcomeCode.CANCELLED, null);
                    }),
                    pool,
                    DispatchSettings.DEFAULT.withInFlight(2, 2));
            await(atWork);

            dispatch.cancel();
            assertThat(dispatch.isDone()).as("two are at work").isFalse();
            release.countDown();
            DispatchReport report = report(dispatch);

            assertThat(told).containsExactly(true, true);
            assertThat(report.ran()).isEqualTo(2);
            assertThat(report.notRun()).isEqualTo(98);
            assertThat(report.mailboxes().values())
                    .filteredOn(line -> line instanceof Dispatched.NotRun)
                    .allMatch(line -> line.equals(new Dispatched.NotRun(Dispatched.Reason.CANCELLED, null)));
            assertThat(report.schedule()).as("nobody failed").isEqualTo(Schedule.EMPTY);
        } finally {
            release.countDown();
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName(
            "cancelled after its executor dropped its tasks, it is through, and a task that runs late does nothing")
    void cancelsWhatAnExecutorDropped() throws Exception {
        List<Runnable> dropped = new ArrayList<>();
        AtomicInteger ran = new AtomicInteger();
        Dispatch dispatch = start(
                tasks("00D1", 10, limits -> {
                    ran.incrementAndGet();
                    return DONE;
                }),
                dropped::add,
                DispatchSettings.DEFAULT);

        dispatch.cancel();
        dropped.forEach(Runnable::run);

        assertThat(report(dispatch).notRun()).isEqualTo(10);
        assertThat(ran).hasValue(0);
    }

    @Test
    @DisplayName("when its time is over it begins nothing more, and those at work have a deadline")
    void keepsItsDeadline() throws Exception {
        Instant end = clock.instant().plus(Duration.ofMinutes(10));
        List<@Nullable Instant> deadlines = new ArrayList<>();

        DispatchReport report = report(start(
                tasks("00D1", 10, limits -> {
                    deadlines.add(limits.deadline());
                    clock.advance(Duration.ofMinutes(3));
                    return DONE;
                }),
                HERE,
                DispatchSettings.DEFAULT.withTime(Duration.ofMinutes(10), Duration.ofMinutes(2))));

        assertThat(deadlines)
                .containsExactly(
                        end.minus(Duration.ofMinutes(8)),
                        end.minus(Duration.ofMinutes(5)),
                        end.minus(Duration.ofMinutes(2)),
                        end);
        assertThat(report.ran()).isEqualTo(4);
        assertThat(report.mailboxes().values())
                .filteredOn(line -> line.equals(new Dispatched.NotRun(Dispatched.Reason.OUT_OF_TIME, null)))
                .hasSize(6);
    }

    @Test
    @DisplayName("an executor that rejects now and then is given the task again; one that takes nothing ends it")
    void copesWithRejection() throws Exception {
        Deque<Runnable> queue = new ArrayDeque<>();
        Executor small = task -> {
            if (queue.size() >= 2) {
                throw new RejectedExecutionException("full");
            }
            queue.add(task);
        };
        Dispatch dispatch = start(tasks("00D1", 20, limits -> DONE), small, DispatchSettings.DEFAULT);
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
        assertThat(report(dispatch).ran()).isEqualTo(20);

        Dispatch refused = start(
                tasks("00D1", 20, limits -> DONE),
                task -> {
                    throw new RejectedExecutionException("shut down");
                },
                DispatchSettings.DEFAULT);
        assertThat(report(refused).mailboxes().values())
                .hasSize(20)
                .allMatch(line -> line.equals(new Dispatched.NotRun(Dispatched.Reason.REJECTED, null)));
    }

    @Test
    @DisplayName("a mailbox that is handed over twice is refused before anything is run")
    void refusesAMailboxTwice() {
        List<MailboxTask> twice = List.of(task("00D1", 1, limits -> DONE), task("00D1", 1, limits -> DONE));

        assertThatThrownBy(() -> start(twice, HERE, DispatchSettings.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0050001")
                .hasMessageContaining("once");
    }
}
