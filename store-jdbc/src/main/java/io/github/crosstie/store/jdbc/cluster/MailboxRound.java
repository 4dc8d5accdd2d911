package io.github.crosstie.store.jdbc.cluster;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.dispatch.Delay;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.dispatch.MailboxTask;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.log.LogKeys;
import io.github.crosstie.plan.OutcomeCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rounds of a mailbox that a process has claimed, and when they are due again. What a result means is for the dispatch to say,
 * which is handed the one mailbox and what is known of its failures. Thread-safe.
 */
final class MailboxRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxRound.class);

    /** Not all was done that there is to do, and nobody asked to be left alone. */
    private static final Set<OutcomeCode> UNFINISHED = EnumSet.of(OutcomeCode.OUT_OF_TIME, OutcomeCode.CANCELLED);

    /** A worker outside of the cluster is at it, and may not see what a push told of. */
    private static final Set<OutcomeCode> ELSEWHERE = EnumSet.of(OutcomeCode.LEASED_ELSEWHERE);

    private final Rosters rosters;
    private final MailboxTable table;
    private final OrganizationTable organizations;
    private final DispatchSettings settings;
    private final DueTimes dueTimes;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final BooleanSupplier closed;
    private final BiConsumer<OrganizationUser, Dispatched> results;

    MailboxRound(
            Rosters rosters,
            MailboxTable table,
            OrganizationTable organizations,
            DispatchSettings settings,
            DueTimes dueTimes,
            Clock clock,
            DatabaseClock databaseClock,
            BooleanSupplier closed,
            BiConsumer<OrganizationUser, Dispatched> results) {
        this.rosters = rosters;
        this.table = table;
        this.organizations = organizations;
        this.settings = settings;
        this.dueTimes = dueTimes;
        this.clock = clock;
        this.databaseClock = databaseClock;
        this.closed = closed;
        this.results = results;
    }

    /** What db-scheduler is to know. */
    Task<Void> task() {
        return Tasks.custom(MailboxTable.TASK, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, databaseClock.now().plus(settings.firstRetry())))
                .onDeadExecution(this::takeOver)
                .execute((instance, context) -> run(context));
    }

    /**
     * The process that was at it is gone: it is due at once. One that has failed before, or has outlived another process, may be what
     * kills them, and is left alone first.
     */
    private void takeOver(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution dead = complete.getExecution();
        table.endLeases(dead.getId(), dead.version);
        Duration pause = Duration.ZERO;
        if (dead.consecutiveFailures > 0) {
            MailboxTask died = new MailboxTask(MailboxName.read(dead.getId()), limits -> {
                throw new IllegalStateException("the process died");
            });
            pause = pause(dispatched(died, dead.consecutiveFailures, 0)
                    .schedule()
                    .mailboxes()
                    .get(died.mailbox()));
        }
        operations.reschedule(complete, databaseClock.now().plus(pause));
    }

    private Duration pause(@Nullable Delay delay) {
        return delay == null ? Duration.ZERO : dueTimes.pause(Duration.between(clock.instant(), delay.due()));
    }

    private CompletionHandler<Void> run(ExecutionContext context) {
        Execution claimed = context.getExecution();
        Rosters.Current current;
        try {
            current = rosters.current();
        } catch (RuntimeException e) {
            // No fault of the mailbox: it stays due, for whoever can load the roster first.
            LogEvent.ROSTER_NOT_LOADED.on(LOG).setCause(e).log();
            return (complete, operations) -> putBack(claimed, Duration.ZERO);
        }
        return round(current, claimed, context);
    }

    private CompletionHandler<Void> round(Rosters.Current current, Execution claimed, ExecutionContext context) {
        OrganizationUser mailbox = MailboxName.read(claimed.getId());
        if (!current.mailboxes().contains(mailbox)) {
            return (complete, operations) -> leave(claimed, current.revision());
        }
        MailboxTask task = new MailboxTask(
                mailbox,
                limits -> current.crosstie().sync(mailbox.organization(), mailbox.user(), whileOurs(limits, context)));
        DispatchReport report = dispatched(task, claimed.consecutiveFailures, 0);
        Dispatched result = report.mailboxes().get(mailbox);
        Delay delay = report.schedule().mailboxes().get(mailbox);
        if (result != null) {
            results.accept(mailbox, result);
        }
        if (result instanceof Dispatched.NotRun) {
            return (complete, operations) -> putBack(claimed, Duration.ZERO);
        }
        tellOrganization(mailbox, result, report);
        return (complete, operations) -> next(complete, operations, result, delay);
    }

    /** Rounds of an organization that fail in a row, at whatever processes, for a reason that they share, pause all of it. */
    private void tellOrganization(OrganizationUser mailbox, @Nullable Dispatched result, DispatchReport report) {
        OrganizationId organization = mailbox.organization();
        if (wentThrough(result)) {
            organizations.well(organization);
        } else if (report.schedule().organizations().containsKey(organization)) {
            OrganizationTable.Trouble trouble = organizations.failed(organization);
            if (trouble.failures() >= settings.failuresToPause()) {
                MailboxTask again = new MailboxTask(mailbox, limits -> repeated(result));
                Delay delay = dispatched(again, 0, trouble.pauses())
                        .schedule()
                        .organizations()
                        .get(organization);
                Instant until = databaseClock.now().plus(pause(delay));
                if (organizations.pause(organization, trouble, until)) {
                    LogEvent.ORGANIZATION_LEFT_ALONE
                            .on(LOG)
                            .addKeyValue(LogKeys.ORGANIZATION, organization)
                            .addKeyValue(LogKeys.UNTIL, until)
                            .log();
                }
            }
        }
    }

    /** Whether its systems answered to the end: nobody called them for one that is held, or at which another worker is. */
    private static boolean wentThrough(@Nullable Dispatched result) {
        return result instanceof Dispatched.Ran ran
                && ran.result() instanceof SyncResult.Synced synced
                && !synced.rounds().isEmpty()
                && synced.rounds().values().stream()
                        .allMatch(report -> report.stopped().isEmpty());
    }

    /** The same result once more, for the dispatch to say what it means. */
    private static SyncResult repeated(@Nullable Dispatched result) {
        if (result instanceof Dispatched.Ran ran) {
            return ran.result();
        }
        if (result instanceof Dispatched.Failed failed && failed.cause() instanceof RuntimeException thrown) {
            throw thrown;
        }
        throw new IllegalStateException(
                "a round that was not run, or ended in an error, says nothing of its organization");
    }

    /** It is not of the roster any more, unless the roster has changed again meanwhile. */
    private void leave(Execution claimed, long revision) {
        if (!table.leave(claimed.getId(), claimed.version, revision)) {
            putBack(claimed, Duration.ZERO);
        }
    }

    private void putBack(Execution claimed, Duration pause) {
        table.putBack(claimed.getId(), claimed.version, databaseClock.now().plus(pause));
    }

    /** A process that is told to stop, or that the others take for dead, makes no further call. */
    private RoundLimits whileOurs(RoundLimits limits, ExecutionContext context) {
        return limits.withCancellation(() -> limits.cancelled().getAsBoolean()
                || closed.getAsBoolean()
                || context.getCurrentlyExecuting().getHeartbeatState().getFractionDead() >= 1);
    }

    /**
     * What a dispatch makes of one mailbox, after so many failures of it, and pauses of its organization. One more failure that others of
     * the organization are likely to share pauses it: whether it does so in earnest, all processes together know.
     */
    private DispatchReport dispatched(MailboxTask task, int failures, int pauses) {
        TreeMap<OrganizationUser, Delay> delays = new TreeMap<>();
        if (failures > 0) {
            delays.put(task.mailbox(), new Delay(clock.instant(), failures));
        }
        TreeMap<OrganizationId, Delay> ofOrganization = new TreeMap<>();
        if (pauses > 0) {
            ofOrganization.put(task.mailbox().organization(), new Delay(clock.instant(), pauses));
        }
        return Dispatch.one(task, settings, new Schedule(delays, ofOrganization), clock);
    }

    private static boolean isStopped(@Nullable Dispatched result, Set<OutcomeCode> codes) {
        return result instanceof Dispatched.Ran ran
                && ran.result() instanceof SyncResult.Synced synced
                && synced.rounds().values().stream()
                        .flatMap(report -> report.stopped().stream())
                        .anyMatch(stop -> codes.contains(stop.code()));
    }

    private void next(
            ExecutionComplete complete,
            ExecutionOperations<Void> operations,
            @Nullable Dispatched result,
            @Nullable Delay delay) {
        Instant now = databaseClock.now();
        if (delay != null) {
            operations.reschedule(
                    ExecutionComplete.failure(complete.getExecution(), now, complete.getTimeDone(), null),
                    now.plus(pause(delay)));
        } else {
            operations.reschedule(complete, now.plus(pause(result)));
        }
    }

    /** How long one is left alone that did not fail. */
    private Duration pause(@Nullable Dispatched result) {
        if (isStopped(result, UNFINISHED)) {
            return Duration.ZERO;
        }
        return isStopped(result, ELSEWHERE) ? dueTimes.pause(settings.firstRetry()) : dueTimes.interval();
    }
}
