package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.http.HeldRequests;
import io.github.crosstie.testkit.internal.http.Sentences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of requests to a {@link LoopbackGraph}: say which request, then what becomes of it. An operation
 * is named as {@link LoopbackRequest#operation} tells it, such as {@code GET contactFolders/contacts/delta}, or by its last
 * words, such as {@code delta}, or by its method alone; parts of batches count like requests of their own, except where no
 * operation is named. Thread-safe.
 *
 * <pre>{@code
 * graph.faults().next("POST contacts").loseAnswer();
 * graph.faults().nth(3).throttle(Duration.ofSeconds(30));
 * graph.faults().every("delta").expire();
 * }</pre>
 */
public final class LoopbackFaults {

    private final ReentrantLock lock = new ReentrantLock();
    private final HeldRequests held = new HeldRequests();
    private final List<Planned> plans = new ArrayList<>();
    private final Sentences sentences = new Sentences();
    private final RequestLog log;

    LoopbackFaults(RequestLog log) {
        this.log = log;
    }

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
     * @param operation such as {@code PATCH contacts}
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
        return nth("", number);
    }

    /**
     * One of the next requests for an operation.
     *
     * @param operation such as {@code delta}
     * @param number which one, counted from now; 1 is the next
     * @return what becomes of it
     * @throws IllegalArgumentException if the number is less than 1, or the server has no such operation
     */
    public FaultChoice nth(String operation, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("request " + number + ": they are counted from 1");
        }
        return choice(Names.operation(operation), number, false);
    }

    private FaultChoice choice(String operation, int number, boolean lasting) {
        Runnable end = sentences.begin(operation, number, lasting);
        return new FaultChoice(operation, fault -> {
            end.run();
            locked(() -> plans.add(new Planned(operation, number, lasting, fault)));
        });
    }

    /**
     * Every request, until {@link #clear}.
     *
     * @return what becomes of them
     */
    public FaultChoice every() {
        return every("");
    }

    /**
     * Every request for an operation, until {@link #clear}.
     *
     * @param operation such as {@code PATCH}
     * @return what becomes of them
     * @throws IllegalArgumentException if the server has no such operation
     */
    public FaultChoice every(String operation) {
        return choice(Names.operation(operation), 1, true);
    }

    /**
     * How many requests came before the moment that an answer's {@code Retry-After} had told, by the server's clock;
     * what is told about one mailbox does not hold for others.
     *
     * @return the number
     */
    public int calledTooEarly() {
        return log.calledTooEarly();
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
        locked(plans::clear);
        held.release();
    }

    /** Counts a request and takes the fault that is meant for it; null if it is to be answered. */
    @Nullable
    FaultPlan take(String operation, boolean isPart) {
        lock.lock();
        try {
            FaultPlan taken = null;
            for (Iterator<Planned> all = plans.iterator(); all.hasNext(); ) {
                Planned planned = all.next();
                if (planned.counts(operation, isPart) && taken == null) {
                    taken = planned.fault;
                    if (!planned.lasting) {
                        all.remove();
                    }
                }
            }
            return taken;
        } finally {
            lock.unlock();
        }
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
        sentences.requireFinished("next(\"POST contacts\").loseAnswer()");
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** Whether an operation is one that is asked for: by its method, by the end of its path, or by both. */
    static boolean isOf(String asked, String operation) {
        int space = (operation + " ").indexOf(' ');
        String method = operation.substring(0, space);
        String path = "/" + (operation + " ").substring(space + 1).strip();
        int given = asked.indexOf(' ');
        if (given < 0) {
            return asked.equals(method) || path.endsWith("/" + asked);
        }
        return asked.substring(0, given).equals(method) && path.endsWith("/" + asked.substring(given + 1));
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
        boolean counts(String requested, boolean isPart) {
            if (!isMeant(requested, isPart)) {
                return false;
            }
            left = Math.max(0, left - 1);
            return left == 0;
        }

        private boolean isMeant(String requested, boolean isPart) {
            if (operation.isEmpty()) {
                return !isPart;
            }
            return isOf(operation, requested);
        }
    }
}
