package io.github.crosstie.benchmarks.fleet;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.dispatch.Delay;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.MailboxTask;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.fault.UnavailableException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One life of a node. It takes mailboxes that are due from the table, as many as it has threads at most, and hands each to a
 * {@link Dispatch}, which also tells when one that failed is due again. The threads live in virtual time: what they are given is done
 * when its time is over. Not thread-safe.
 */
final class Node {

    private final int number;
    private final FleetSettings settings;
    private final VirtualTime time;
    private final MailboxTable table;
    private final RandomGenerator random;
    private final LatenessLog log;
    private final Executor threads;

    private boolean isAlive = true;
    /** Whether the table may hold more that is due than was taken. */
    private boolean isMore;

    Node(
            int number,
            FleetSettings settings,
            VirtualTime time,
            MailboxTable table,
            RandomGenerator random,
            LatenessLog log) {
        this.number = number;
        this.settings = settings;
        this.time = time;
        this.table = table;
        this.random = random;
        this.log = log;
        threads = round -> time.after(duration(), () -> end(round));
    }

    void start() {
        table.join(number);
        time.every(settings.poll(), this::take);
        time.every(settings.heartbeat(), () -> whileAlive(() -> table.heartbeat(number)));
        time.every(
                settings.heartbeat().multipliedBy(FleetSettings.HEARTBEATS_BETWEEN_LOOKS),
                () -> whileAlive(table::look));
        take();
    }

    void die() {
        isAlive = false;
    }

    private void whileAlive(Runnable what) {
        if (isAlive) {
            what.run();
        }
    }

    private void take() {
        if (!isAlive) {
            return;
        }
        int room = settings.inFlight() - table.taken(number);
        List<Mailbox> taken = table.take(number, room);
        isMore = taken.size() == room;
        taken.forEach(this::dispatch);
    }

    private void dispatch(Mailbox mailbox) {
        log.began(mailbox.due, time.elapsed());
        Schedule known = new Schedule(
                new TreeMap<>(Map.of(mailbox.user, new Delay(time.instant(), mailbox.failures))), new TreeMap<>());
        MailboxTask task = new MailboxTask(mailbox.user, limits -> round());
        Dispatch.start(List.of(task), threads, DispatchSettings.DEFAULT, known, time)
                .report()
                .thenAccept(report -> through(mailbox, report));
    }

    private long duration() {
        FleetSettings.RoundTimes rounds = settings.rounds();
        return Math.round(rounds.median().toMillis() * Math.exp(rounds.spread() * random.nextGaussian()));
    }

    private SyncResult round() {
        if (random.nextDouble() < settings.failing()) {
            throw new UnavailableException("one of the systems does not answer");
        }
        return new SyncResult.Synced(new TreeMap<>());
    }

    /** Of a dead node nothing is heard. */
    private void end(Runnable round) {
        if (!isAlive) {
            return;
        }
        round.run();
        if (isMore && table.taken(number) < settings.refill() * settings.inFlight()) {
            take();
        }
    }

    private void through(Mailbox mailbox, DispatchReport report) {
        @Nullable Delay delay = report.schedule().mailboxes().get(mailbox.user);
        mailbox.failures = delay == null ? 0 : delay.failures();
        mailbox.due = delay == null ? time.elapsed() + nextPeriod() : time.elapsed(delay.due());
        table.giveBack(number, mailbox);
    }

    private long nextPeriod() {
        return Math.round(settings.period().toMillis() * (1 + settings.jitter() * random.nextDouble()));
    }
}
