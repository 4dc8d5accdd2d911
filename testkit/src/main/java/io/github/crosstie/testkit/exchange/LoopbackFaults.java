package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.http.HeldRequests;
import io.github.crosstie.testkit.internal.http.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of requests to a {@link LoopbackExchange}: say which request, then what becomes of it.
 *
 * <pre>{@code
 * server.faults().next("CreateItem").loseAnswer();
 * server.faults().nth(3).throttle(Duration.ofSeconds(30));
 * server.faults().every("GetItem").refuse("ErrorItemCorrupt");
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class LoopbackFaults {

    private final ReentrantLock lock = new ReentrantLock();
    private final HeldRequests held = new HeldRequests();
    private final List<Planned> plans = new ArrayList<>();

    private final Sentences sentences = new Sentences();

    /** Until when each mailbox was asked to be left alone. */
    private final Map<String, Instant> quiet = new HashMap<>();

    private Instant busyUntil = Instant.MIN;
    private int early;

    LoopbackFaults() {}

    /**
     * The next request, whatever it asks for.
     *
     * @return what becomes of it
     */
    public FaultChoice next() {
        return nth(1);
    }

    /**
     * The next request for an operation.
     *
     * @param operation such as {@code CreateItem}
     * @return what becomes of it
     * @throws IllegalArgumentException if the server has no such operation
     */
    public FaultChoice next(String operation) {
        return nth(operation, 1);
    }

    /**
     * One of the next requests.
     *
     * @param number which one, counted from now; 1 is the next
     * @return what becomes of it
     * @throws IllegalArgumentException if the number is less than 1
     */
    public FaultChoice nth(int number) {
        return choice("", number, false);
    }

    /**
     * One of the next requests for an operation.
     *
     * @param operation such as {@code CreateItem}
     * @param number which one, counted from now; 1 is the next
     * @return what becomes of it
     * @throws IllegalArgumentException if the number is less than 1, or the server has no such operation
     */
    public FaultChoice nth(String operation, int number) {
        return choice(known(operation), number, false);
    }

    /**
     * Every request, until {@link #clear}.
     *
     * @return what becomes of them
     */
    public FaultChoice every() {
        return choice("", 1, true);
    }

    /**
     * Every request for an operation, until {@link #clear}.
     *
     * @param operation such as {@code GetItem}
     * @return what becomes of them
     * @throws IllegalArgumentException if the server has no such operation
     */
    public FaultChoice every(String operation) {
        return choice(known(operation), 1, true);
    }

    private static String known(String operation) {
        if (!Operations.names().contains(operation)) {
            throw new IllegalArgumentException("operation " + operation
                    + ": this server has none of that name; use one of " + new TreeSet<>(Operations.names()));
        }
        return operation;
    }

    private FaultChoice choice(String operation, int number, boolean lasting) {
        if (number < 1) {
            throw new IllegalArgumentException("number of the request: it is " + number + "; use 1 for the next one");
        }
        Runnable end = sentences.begin(operation, number, lasting);
        return new FaultChoice(fault -> {
            end.run();
            locked(() -> plans.add(new Planned(operation, number, lasting, fault)));
        });
    }

    /**
     * Every request before a moment of the server's clock is told that the server is busy, and until then.
     *
     * @param moment when it is not busy any more
     */
    public void throttleUntil(Instant moment) {
        locked(() -> busyUntil = moment);
    }

    /**
     * How many requests came although the server had asked, in whatever words, to be left alone, and the time was not over by
     * its clock: those about the same mailbox, as their header {@code X-AnchorMailbox} says.
     *
     * @return the number
     */
    public int calledTooEarly() {
        lock.lock();
        try {
            return early;
        } finally {
            lock.unlock();
        }
    }

    /** Requests wait, unanswered, until {@link #releaseRequests}. */
    public void holdRequests() {
        held.hold();
    }

    /**
     * Waits until a number of requests wait.
     *
     * @param count how many
     * @throws IllegalStateException if they have not come after 30 seconds
     */
    public void awaitHeld(int count) {
        held.await(count);
    }

    /** Lets the requests go on that wait, and holds no more. */
    public void releaseRequests() {
        held.release();
    }

    /** All of that ends; what has happened has happened. */
    public void clear() {
        locked(() -> {
            plans.clear();
            quiet.clear();
            busyUntil = Instant.MIN;
        });
        held.release();
    }

    /** Counts a request and takes the fault that is meant for it; null if it is to be answered. */
    @Nullable
    FaultPlan take(String operation, String mailbox, Instant now) {
        lock.lock();
        try {
            if (now.isBefore(quiet.getOrDefault(mailbox, Instant.MIN))) {
                early++;
            }
            FaultPlan taken = planned(operation);
            if (taken == null && now.isBefore(busyUntil)) {
                taken = new FaultPlan.SoapFault(
                        "ErrorServerBusy", FaultChoice.BUSY, FaultChoice.backOff(Duration.between(now, busyUntil)));
            }
            if (taken != null) {
                taken.backOff().ifPresent(pause -> quiet.put(mailbox, now.plus(pause)));
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable FaultPlan planned(String operation) {
        FaultPlan taken = null;
        for (Iterator<Planned> all = plans.iterator(); all.hasNext(); ) {
            Planned planned = all.next();
            if (planned.counts(operation) && taken == null) {
                taken = planned.fault;
                if (!planned.lasting) {
                    all.remove();
                }
            }
        }
        return taken;
    }

    void awaitRelease() throws InterruptedException {
        held.pass();
    }

    void awaitClose() throws InterruptedException {
        held.awaitClose();
    }

    /** Lets a moment pass; tells whether the server is still there. */
    boolean pace() throws InterruptedException {
        return held.pace();
    }

    void close() {
        held.close();
    }

    /** Whoever only begins a sentence tests nothing, and would not notice. */
    void requireFinished() {
        sentences.requireFinished("next(\"CreateItem\").loseAnswer()");
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** A fault that waits for its request. */
    private static final class Planned {

        private final String operation;
        private final boolean lasting;
        private final FaultPlan fault;
        private int left;

        Planned(String operation, int number, boolean lasting, FaultPlan fault) {
            this.operation = operation;
            this.lasting = lasting;
            this.fault = fault;
            left = number;
        }

        /** Whether a request is the one that is meant; requests on the way to it are counted. */
        boolean counts(String requested) {
            if (!operation.isEmpty() && !operation.equals(requested)) {
                return false;
            }
            left = Math.max(0, left - 1);
            return left == 0;
        }
    }
}
