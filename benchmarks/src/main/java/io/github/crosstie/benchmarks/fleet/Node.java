package io.github.crosstie.benchmarks.fleet;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.MailboxTask;
import io.github.crosstie.dispatch.Schedule;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * One life of a node: it takes batches of mailboxes from the table, and hands each to a {@link Dispatch} on an executor
 * whose threads live in virtual time: what they are given is done once its time is over. Not thread-safe.
 */
final class Node implements Executor {

    private final int number;
    private final FleetSettings settings;
    private final DispatchSettings dispatch;
    private final VirtualTime time;
    private final MailboxTable table;
    private final RandomGenerator random;
    private final LatenessLog log;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    /** What threads are at, and since when. */
    private final Map<Runnable, Long> running = new LinkedHashMap<>();

    private boolean isAlive = true;
    /** When the round began that is being looked at. */
    private long began;

    Node(
            int number,
            FleetSettings settings,
            VirtualTime time,
            MailboxTable table,
            RandomGenerator random,
            LatenessLog log) {
        this.number = number;
        this.settings = settings;
        // The executor bounds the rounds of all batches together; no organization has more than a tenth of a node to
        // itself.
        dispatch = DispatchSettings.DEFAULT.withInFlight(settings.inFlight(), Math.max(1, settings.inFlight() / 10));
        this.time = time;
        this.table = table;
        this.random = random;
        this.log = log;
    }

    void start() {
        table.join(number);
        time.every(settings.poll(), this::take);
        time.every(settings.heartbeat(), this::beat);
        take();
    }

    private void beat() {
        if (isAlive) {
            table.heartbeat(number);
        }
    }

    /** Of rounds that had begun the lease remains, of all others nothing. */
    void die() {
        isAlive = false;
        waiting.clear();
        List.copyOf(running.entrySet()).forEach(round -> {
            began = round.getValue();
            round.getKey().run();
        });
        running.clear();
    }

    private void take() {
        int found = settings.batch();
        while (isAlive && found == settings.batch() && table.taken(number) < settings.inFlight()) {
            List<Mailbox> batch = table.take(number, settings.batch());
            found = batch.size();
            List<MailboxTask> tasks = batch.stream()
                    .map(mailbox -> new MailboxTask(mailbox.user, limits -> sync(mailbox)))
                    .toList();
            Dispatch.start(tasks, this, dispatch, Schedule.EMPTY, time);
        }
    }

    @Override
    public void execute(Runnable round) {
        if (isAlive && running.size() < settings.inFlight()) {
            begin(round);
        } else if (isAlive) {
            waiting.add(round);
        }
    }

    private void begin(Runnable round) {
        running.put(round, time.millis());
        time.after(duration(), () -> end(round));
    }

    private long duration() {
        FleetSettings.RoundTimes rounds = settings.rounds();
        return Math.round(rounds.median().toMillis() * Math.exp(rounds.spread() * random.nextGaussian()));
    }

    private void end(Runnable round) {
        if (!isAlive) {
            return;
        }
        began = Objects.requireNonNull(running.get(round));
        round.run();
        running.remove(round);
        while (!waiting.isEmpty() && running.size() < settings.inFlight()) {
            begin(waiting.remove());
        }
        take();
    }

    /** What a round did, told by the dispatch when its time is over, or when its node dies. */
    private SyncResult sync(Mailbox mailbox) {
        boolean isLeased = began < mailbox.leasedUntil;
        if (!isLeased && isAlive) {
            log.began(mailbox.due, began);
            mailbox.leasedUntil = 0;
            mailbox.due = began + nextPeriod();
            mailbox.takenFrom = mailbox.due;
        } else if (!isLeased) {
            mailbox.leasedUntil = began + settings.lease().toMillis();
        } else {
            mailbox.takenFrom = time.millis() + settings.leasedRetry().toMillis();
        }
        if (isAlive) {
            table.giveBack(number, mailbox);
        }
        return new SyncResult.Synced(new TreeMap<>());
    }

    private long nextPeriod() {
        double shift = settings.jitter() * (2 * random.nextDouble() - 1);
        return Math.round(settings.period().toMillis() * (1 + shift));
    }
}
