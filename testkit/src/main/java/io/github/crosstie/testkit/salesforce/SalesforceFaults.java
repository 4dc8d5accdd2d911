package io.github.crosstie.testkit.salesforce;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of requests to a {@link LoopbackSalesforce}: first which request, then what becomes of it. Nothing
 * happens by chance. Sign-in is a request like others. Thread-safe.
 *
 * <pre>{@code
 * salesforce.faults().next().unavailable();
 * salesforce.faults().nextTo("/composite/sobjects").loseAnswer();
 * salesforce.faults().request(7).fail("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
 * }</pre>
 */
public final class SalesforceFaults {

    /** A fault that waits for its request. */
    private static final class Armed {
        final Predicate<SalesforceRequest> requests;
        final Fault fault;
        final boolean stays;
        int skipped;

        Armed(Predicate<SalesforceRequest> requests, int skipped, boolean stays, Fault fault) {
            this.requests = requests;
            this.skipped = skipped;
            this.stays = stays;
            this.fault = fault;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Armed> armed = new ArrayList<>();
    private boolean holding;
    private int held;
    private boolean closed;

    SalesforceFaults() {}

    /**
     * The next request. Several queue up, one request each.
     *
     * @return the place
     */
    public FaultPlace next() {
        return place(request -> true, 0, false);
    }

    /**
     * The n-th request from now on.
     *
     * @param number 1 for the next one
     * @return the place
     * @throws IllegalArgumentException if it is less than 1
     */
    public FaultPlace request(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("request " + number + ": the next one is number 1");
        }
        return place(request -> true, number - 1, false);
    }

    /**
     * The next request to a path.
     *
     * @param pathPart what the path contains, such as {@code /query}
     * @return the place
     */
    public FaultPlace nextTo(String pathPart) {
        Objects.requireNonNull(pathPart, "pathPart");
        return place(request -> request.path().contains(pathPart), 0, false);
    }

    /**
     * The next request of any kind.
     *
     * @param requests which
     * @return the place
     */
    public FaultPlace next(Predicate<SalesforceRequest> requests) {
        return place(Objects.requireNonNull(requests, "requests"), 0, false);
    }

    /**
     * Every request of a kind, until {@link #clear}.
     *
     * @param requests which
     * @return the place
     */
    public FaultPlace every(Predicate<SalesforceRequest> requests) {
        return place(Objects.requireNonNull(requests, "requests"), 0, true);
    }

    /** Requests wait, unanswered, until {@link #release}. */
    public void hold() {
        locked(() -> holding = true);
    }

    /**
     * Waits until a number of requests wait.
     *
     * @param count how many
     * @throws IllegalStateException if they have not come after 30 seconds
     */
    public void awaitHeld(int count) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(30);
            while (held < count) {
                if (left <= 0) {
                    throw new IllegalStateException("waiting for " + count + " requests: after 30 seconds " + held
                            + " have come; send more at a time");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("waiting for " + count + " requests: interrupted", interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** Lets the requests go on that wait, and holds no more. */
    public void release() {
        locked(() -> holding = false);
    }

    /** Takes all faults back whose request has not come, and lets those go on that wait. */
    public void clear() {
        locked(() -> {
            armed.clear();
            holding = false;
        });
    }

    private FaultPlace place(Predicate<SalesforceRequest> requests, int skipped, boolean stays) {
        return new FaultPlace(fault -> locked(() -> armed.add(new Armed(requests, skipped, stays, fault))));
    }

    /** Takes the fault of a request; null if it is to be answered. Each fault that waits counts the request. */
    @Nullable
    Fault take(SalesforceRequest request) {
        lock.lock();
        try {
            Fault taken = null;
            for (Iterator<Armed> waiting = armed.iterator(); waiting.hasNext(); ) {
                Armed candidate = waiting.next();
                if (!candidate.requests.test(request)) {
                    continue;
                }
                if (candidate.skipped > 0) {
                    candidate.skipped--;
                } else if (taken == null) {
                    taken = candidate.fault;
                    if (!candidate.stays) {
                        waiting.remove();
                    }
                }
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void awaitRelease() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            held++;
            changed.signalAll();
            while (holding && !closed) {
                changed.await();
            }
            held--;
        } finally {
            lock.unlock();
        }
    }

    void awaitClose() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        locked(() -> closed = true);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
