package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.internal.http.HeldRequests;
import io.github.crosstie.testkit.internal.http.Sentences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of requests to a {@link LoopbackSalesforce}: say which request, then what becomes of it. An operation is
 * named by its method, by its whole path below the version of the API without ids and query, or by both: {@code DELETE}, {@code
 * /query}, {@code POST /composite/sobjects}; a path with an id means that record alone, and what has no version in its path is
 * named as it is, such as {@code /services/oauth2/token}. Nothing happens by chance. Sign-in is a request like others. Thread-safe.
 *
 * <pre>{@code
 * salesforce.faults().next().serviceUnavailable();
 * salesforce.faults().next("POST /composite/sobjects").loseAnswer();
 * salesforce.faults().nth(7).refuse("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
 * }</pre>
 */
public final class LoopbackFaults {

    /** A fault that waits for its request. */
    private static final class Armed {
        final Predicate<LoopbackRequest> requests;
        final Fault fault;
        final boolean stays;
        int skipped;

        Armed(Predicate<LoopbackRequest> requests, int skipped, boolean stays, Fault fault) {
            this.requests = requests;
            this.skipped = skipped;
            this.stays = stays;
            this.fault = fault;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final HeldRequests held = new HeldRequests();
    private final List<Armed> armed = new ArrayList<>();

    private final Sentences sentences = new Sentences();
    private final SalesforceLimits limits;
    private final Function<String, Operation> operations;

    LoopbackFaults(SalesforceLimits limits, Function<String, Operation> operations) {
        this.limits = limits;
        this.operations = operations;
    }

    /**
     * The next request, whatever it asks for. Several queue up, one request each.
     *
     * @return what becomes of it
     */
    public FaultChoice next() {
        return nth(1);
    }

    /**
     * The next request for an operation.
     *
     * @param operation such as {@code GET /query}
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
        return nth("", request -> true, number);
    }

    /**
     * One of the next requests for an operation.
     *
     * @param operation such as {@code GET /query}
     * @param number which one, counted from now; 1 is the next
     * @return what becomes of it
     * @throws IllegalArgumentException if the number is less than 1, or the server has no such operation
     */
    public FaultChoice nth(String operation, int number) {
        return nth(operation, named(operation), number);
    }

    private Predicate<LoopbackRequest> named(String operation) {
        Operation named = operations.apply(Objects.requireNonNull(operation, "operation"));
        return request -> Operation.of(request).isMeantBy(named);
    }

    private FaultChoice nth(String said, Predicate<LoopbackRequest> requests, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("request " + number + ": the next one is number 1");
        }
        return choice(said, requests, number - 1, false);
    }

    /**
     * Every request, until {@link #clear}.
     *
     * @return what becomes of them
     */
    public FaultChoice every() {
        return choice("", request -> true, 0, true);
    }

    /**
     * Every request for an operation, until {@link #clear}.
     *
     * @param operation such as {@code DELETE}
     * @return what becomes of them
     * @throws IllegalArgumentException if the server has no such operation
     */
    public FaultChoice every(String operation) {
        return choice(operation, named(operation), 0, true);
    }

    /**
     * The next request of any kind.
     *
     * @param requests which
     * @return what becomes of it
     */
    public FaultChoice next(Predicate<LoopbackRequest> requests) {
        return choice("a condition", Objects.requireNonNull(requests, "requests"), 0, false);
    }

    /**
     * Every request of a kind, until {@link #clear}.
     *
     * @param requests which
     * @return what becomes of them
     */
    public FaultChoice every(Predicate<LoopbackRequest> requests) {
        return choice("a condition", Objects.requireNonNull(requests, "requests"), 0, true);
    }

    /**
     * All requests before a moment are refused, whatever the {@linkplain LoopbackSalesforce#limits limits} say; but for sign-in.
     *
     * @param moment on the server's clock
     */
    public void throttleUntil(Instant moment) {
        limits.refuseUntil(moment);
    }

    /**
     * How many requests came although {@link #throttleUntil} had told them once not to come yet.
     *
     * @return the number, without the first request of each {@code throttleUntil}
     */
    public int calledTooEarly() {
        return limits.calledTooEarly();
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
        limits.refuseUntil(Instant.MIN);
        locked(armed::clear);
        held.release();
    }

    private FaultChoice choice(String said, Predicate<LoopbackRequest> requests, int skipped, boolean stays) {
        Runnable end = sentences.begin(said, skipped + 1, stays);
        return new FaultChoice(fault -> {
            end.run();
            locked(() -> armed.add(new Armed(requests, skipped, stays, fault)));
        });
    }

    /** Takes the fault of a request; null if it is to be answered. Each fault that waits counts the request. */
    @Nullable
    Fault take(LoopbackRequest request) {
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
        held.pass();
    }

    void awaitClose() throws InterruptedException {
        held.awaitClose();
    }

    void close() {
        held.close();
    }

    /** Whoever only begins a sentence tests nothing, and would not notice. */
    void requireFinished() {
        sentences.requireFinished("next(\"/query\").serviceUnavailable()");
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
