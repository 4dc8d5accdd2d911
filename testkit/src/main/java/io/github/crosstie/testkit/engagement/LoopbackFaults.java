package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.testkit.internal.http.HeldRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of requests to a {@link LoopbackAccountEngagement}: say which request, then what becomes of it.
 * What is not about the next request lasts until {@link #clear}. Thread-safe.
 *
 * <pre>{@code
 * server.faults().next().refuse(EngagementCode.DAILY_LIMIT);
 * server.faults().next().breakOff();
 * server.faults().throttleUntil(clock.instant().plusSeconds(60), EngagementCode.MINUTE_LIMIT);
 * }</pre>
 */
public final class LoopbackFaults {

    private final Clock clock;
    private final PageTokens tokens;
    private final ReentrantLock lock = new ReentrantLock();
    private final HeldRequests held = new HeldRequests();
    private final Deque<Fault> next = new ArrayDeque<>();
    private Instant throttledUntil = Instant.MIN;
    private EngagementCode throttledBy = EngagementCode.MINUTE_LIMIT;
    private @Nullable Instant staleSince;
    private boolean toldToWait;
    private int calledTooEarly;

    LoopbackFaults(Clock clock, PageTokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * The next request. Several queue up, one request each, in the order in which they were asked for.
     *
     * @return what becomes of it
     */
    public FaultChoice next() {
        return new FaultChoice(fault -> locked(() -> next.add(fault)));
    }

    /**
     * All requests before a moment are refused, on the server's clock.
     *
     * @param moment the moment
     * @param code by which limit
     */
    public void throttleUntil(Instant moment, EngagementCode code) {
        locked(() -> {
            throttledUntil = Objects.requireNonNull(moment, "moment");
            throttledBy = Objects.requireNonNull(code, "code");
            toldToWait = false;
        });
    }

    /**
     * How many requests came although {@link #throttleUntil} had told them once not to come yet.
     *
     * @return the number, without the first request of each {@code throttleUntil}
     */
    public int calledTooEarly() {
        lock.lock();
        try {
            return calledTooEarly;
        } finally {
            lock.unlock();
        }
    }

    /** All page tokens that were given out so far are too old. */
    public void expirePageTokens() {
        tokens.expireAll();
    }

    /** From now on, reads show what was there 60 seconds before, though nothing older than now. */
    public void staleReads() {
        locked(() -> staleSince = clock.instant());
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
            next.clear();
            throttledUntil = Instant.MIN;
            staleSince = null;
        });
        held.release();
    }

    /** Takes the fault of a request; null if it is to be answered. */
    @Nullable
    Fault take() {
        lock.lock();
        try {
            return next.poll();
        } finally {
            lock.unlock();
        }
    }

    void checkThrottle() throws ApiRefusal {
        lock.lock();
        try {
            if (clock.instant().isBefore(throttledUntil)) {
                calledTooEarly += toldToWait ? 1 : 0;
                toldToWait = true;
                throw new ApiRefusal(throttledBy);
            }
        } finally {
            lock.unlock();
        }
    }

    /** As of when reads show the users. */
    Instant readsAsOf() {
        lock.lock();
        try {
            if (staleSince == null) {
                return Instant.MAX;
            }
            Instant lagging = clock.instant().minusSeconds(60);
            return lagging.isBefore(staleSince) ? staleSince : lagging;
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

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
