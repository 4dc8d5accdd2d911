package io.github.crosstie.dispatch;

import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.log.LogKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many mailboxes at work on the host's executor. Thread-safe.
 *
 * <ul>
 *   <li>No more than the settings' number of mailboxes is in flight, overall and of one organization; organizations take turns.
 *   <li>Each mailbox is one task of the executor, handed to it when its turn has come. An executor that runs tasks in the caller's
 *       thread works as well; then the call that starts the dispatch does all of it.
 *   <li>A mailbox that fails or is slow keeps no other back. What asks to be left alone is told with its moment; nothing waits.
 *   <li>An executor that rejects a task is given it again when another one is through; if none is at work, the rest is not run.
 * </ul>
 */
public final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Executor executor;
    private final DispatchSettings settings;
    private final Clock clock;
    private final @Nullable Instant deadline;
    private final CompletableFuture<DispatchReport> report = new CompletableFuture<>();
    private final Set<Thread> givingOut = ConcurrentHashMap.newKeySet();

    private final WaitingTasks waiting;
    private final Set<MailboxTask> handedOver = new HashSet<>();
    private final SortedMap<OrganizationUser, Dispatched> results = new TreeMap<>();
    private final SortedMap<OrganizationUser, Delay> mailboxes;
    private final SortedMap<OrganizationId, Delay> organizations;
    private final Map<OrganizationId, Integer> inARow = new HashMap<>();
    private int inFlight;
    private volatile boolean cancelled;

    private final boolean tellsPauses;

    private Dispatch(
            Executor executor, DispatchSettings settings, Schedule schedule, Clock clock, boolean tellsPauses) {
        this.executor = Objects.requireNonNull(executor, "executor");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.clock = Objects.requireNonNull(clock, "clock");
        deadline = settings.time() == null ? null : clock.instant().plus(settings.time());
        waiting = new WaitingTasks(settings.inFlightPerOrganization());
        mailboxes = new TreeMap<>(schedule.mailboxes());
        organizations = new TreeMap<>(schedule.organizations());
        this.tellsPauses = tellsPauses;
    }

    /**
     * Starts.
     *
     * @param tasks what to do, of each mailbox once; those of an organization in this order
     * @param executor whose threads do it
     * @param settings how much it may take
     * @param schedule what to leave alone, from the report of an earlier dispatch
     * @param clock the time
     * @return the handle
     * @throws IllegalArgumentException if a mailbox comes twice
     */
    public static Dispatch start(
            Collection<MailboxTask> tasks,
            Executor executor,
            DispatchSettings settings,
            Schedule schedule,
            Clock clock) {
        return new Dispatch(executor, settings, schedule, clock, true).started(tasks, schedule);
    }

    /**
     * Does what there is to do for one mailbox in the caller's thread, for a host that counts by itself how often an organization fails:
     * the report leaves the organization alone after a single failure that others of it are likely to share. Whether that is so in
     * earnest the host decides, so the log does not say it.
     *
     * @param task what to do
     * @param settings how much it may take
     * @param schedule what to leave alone, and how often it failed
     * @param clock the time
     * @return what came of it
     */
    public static DispatchReport one(MailboxTask task, DispatchSettings settings, Schedule schedule, Clock clock) {
        DispatchSettings atOnce = settings.withRetries(settings.firstRetry(), settings.longestRetry(), 1);
        return new Dispatch(Runnable::run, atOnce, schedule, clock, false)
                .started(List.of(task), schedule)
                .report
                .join();
    }

    private Dispatch started(Collection<MailboxTask> tasks, Schedule schedule) {
        queue(tasks, schedule);
        giveOut();
        return this;
    }

    /**
     * What came of it, once it is through. Actions that depend on it run in the thread that finishes the last mailbox, or in the
     * caller's.
     *
     * @return completes when no mailbox is at work or waits any more; never exceptionally
     */
    public CompletionStage<DispatchReport> report() {
        return report.minimalCompletionStage();
    }

    /**
     * Whether it is through.
     *
     * @return true if the report is there
     */
    public boolean isDone() {
        return report.isDone();
    }

    /**
     * Begins no further mailbox and tells those at work to end before their next call; all that is done is kept. What was handed
     * to the executor and has not begun is given up too, so that the report comes even if the executor was shut down. May be called
     * at any time, also again.
     */
    public void cancel() {
        synchronized (this) {
            cancelled = true;
            List.copyOf(handedOver).forEach(task -> {
                release(task);
                giveUp(List.of(task), Dispatched.Reason.CANCELLED);
            });
            giveUp(waiting.drain(), Dispatched.Reason.CANCELLED);
        }
        completeIfThrough();
    }

    private synchronized void queue(Collection<MailboxTask> tasks, Schedule schedule) {
        Instant now = clock.instant();
        Set<OrganizationUser> seen = new HashSet<>();
        for (MailboxTask task : tasks) {
            if (!seen.add(task.mailbox())) {
                throw new IllegalArgumentException(task.mailbox() + " comes twice; hand over each mailbox once");
            }
            Instant due = schedule.due(task.mailbox()).orElse(now);
            if (due.isAfter(now)) {
                results.put(task.mailbox(), new Dispatched.NotRun(Dispatched.Reason.NOT_DUE, due));
            } else {
                waiting.add(task);
            }
        }
    }

    /** Hands over as many tasks as may be in flight. A task that runs in this very thread comes back here; the loop goes on then. */
    private void giveOut() {
        if (!givingOut.add(Thread.currentThread())) {
            return;
        }
        try {
            Optional<MailboxTask> task = next();
            while (task.isPresent() && isTaken(task.get())) {
                task = next();
            }
        } finally {
            givingOut.remove(Thread.currentThread());
        }
        completeIfThrough();
    }

    private synchronized Optional<MailboxTask> next() {
        if (isOutOfTime()) {
            giveUp(waiting.drain(), Dispatched.Reason.OUT_OF_TIME);
        }
        MailboxTask task = inFlight < settings.inFlight() ? waiting.next() : null;
        if (task != null) {
            inFlight++;
            handedOver.add(task);
        }
        return Optional.ofNullable(task);
    }

    private boolean isOutOfTime() {
        return deadline != null && !clock.instant().isBefore(deadline);
    }

    private boolean isTaken(MailboxTask task) {
        try {
            executor.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException full) {
            rejected(task);
            return false;
        }
    }

    private synchronized void rejected(MailboxTask task) {
        if (handedOver.remove(task)) {
            inFlight--;
            waiting.takeBack(task);
            if (inFlight == 0) {
                giveUp(waiting.drain(), Dispatched.Reason.REJECTED);
            }
        }
    }

    private void run(MailboxTask task) {
        if (begins(task)) {
            try {
                through(task, task.work().apply(limits()));
            } catch (RuntimeException | Error thrown) {
                // Told in the report, an error too: whatever befalls one mailbox, the others go on.
                through(task, thrown);
            }
        }
        giveOut();
    }

    private synchronized boolean begins(MailboxTask task) {
        if (!handedOver.contains(task)) {
            return false;
        }
        if (isOutOfTime()) {
            release(task);
            giveUp(List.of(task), Dispatched.Reason.OUT_OF_TIME);
            return false;
        }
        handedOver.remove(task);
        return true;
    }

    private RoundLimits limits() {
        Instant end = settings.roundTime() == null ? null : clock.instant().plus(settings.roundTime());
        boolean isDispatchShorter = deadline != null && (end == null || deadline.isBefore(end));
        return RoundLimits.NONE.withDeadline(isDispatchShorter ? deadline : end).withCancellation(() -> cancelled);
    }

    private synchronized void through(MailboxTask task, SyncResult result) {
        Optional<Instant> due = reschedule(task, Verdict.of(result));
        results.put(task.mailbox(), new Dispatched.Ran(result, due.orElse(null)));
        ended(task);
    }

    private synchronized void through(MailboxTask task, Throwable thrown) {
        Instant due = reschedule(task, Verdict.of(thrown)).orElseGet(clock::instant);
        results.put(task.mailbox(), new Dispatched.Failed(reason(thrown), thrown, due));
        ended(task);
    }

    /** Other exceptions are named alone: nobody vouches for their texts (G6). */
    private static String reason(Throwable thrown) {
        return thrown instanceof CrosstieException
                ? String.valueOf(thrown.getMessage())
                : thrown.getClass().getName();
    }

    private Optional<Instant> reschedule(MailboxTask task, Verdict verdict) {
        OrganizationId organization = task.mailbox().organization();
        if (!verdict.failed()) {
            mailboxes.remove(task.mailbox());
            if (verdict.answered()) {
                organizations.remove(organization);
                inARow.remove(organization);
            }
            return Optional.empty();
        }
        int failures = Schedule.failures(mailboxes, task.mailbox()) + 1;
        Delay delay = new Delay(due(verdict, failures), failures);
        mailboxes.put(task.mailbox(), delay);
        if (verdict.shared() && inARow.merge(organization, 1, Integer::sum) >= settings.failuresToPause()) {
            pause(organization, verdict);
        }
        return Optional.of(delay.due());
    }

    private void pause(OrganizationId organization, Verdict verdict) {
        int failures = Schedule.failures(organizations, organization) + 1;
        Delay delay = new Delay(due(verdict, failures), failures);
        organizations.put(organization, delay);
        inARow.remove(organization);
        giveUp(waiting.drain(organization), Dispatched.Reason.ORGANIZATION_PAUSED);
        if (tellsPauses) {
            LogEvent.ORGANIZATION_LEFT_ALONE
                    .on(LOG)
                    .addKeyValue(LogKeys.ORGANIZATION, organization)
                    .addKeyValue(LogKeys.UNTIL, delay.due())
                    .log();
        }
    }

    private Instant due(Verdict verdict, int failures) {
        Instant told = verdict.told();
        return told == null ? clock.instant().plus(settings.pause(failures)) : told;
    }

    private void ended(MailboxTask task) {
        inFlight--;
        waiting.through(task);
    }

    private void release(MailboxTask task) {
        handedOver.remove(task);
        ended(task);
    }

    private void giveUp(List<MailboxTask> tasks, Dispatched.Reason reason) {
        tasks.forEach(task -> results.put(task.mailbox(), new Dispatched.NotRun(reason, due(task))));
    }

    private @Nullable Instant due(MailboxTask task) {
        return Schedule.due(mailboxes, organizations, task.mailbox()).orElse(null);
    }

    private void completeIfThrough() {
        DispatchReport whole;
        synchronized (this) {
            if (inFlight > 0 || waiting.isWaiting()) {
                return;
            }
            whole = new DispatchReport(results, new Schedule(mailboxes, organizations));
        }
        report.complete(whole);
    }
}
