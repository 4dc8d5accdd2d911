package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.rest.RequestUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * How many requests the organization has: 15,000 in any 24 hours and 25 at a time, at first. Beyond that they are refused as
 * {@code REQUEST_LIMIT_EXCEEDED}, status 403. Sign-in counts for nothing. Thread-safe.
 */
public final class SalesforceLimits {

    private static final Duration DAY = Duration.ofHours(24);

    private final Clock clock;
    private final Deque<Instant> counted = new ArrayDeque<>();
    private int daily = 15_000;
    private int concurrent = 25;
    private Instant throttledUntil = Instant.MIN;
    private boolean toldToWait;
    private int calledTooEarly;

    SalesforceLimits(Clock clock) {
        this.clock = clock;
    }

    /**
     * How many requests 24 hours have.
     *
     * @param requests 0 or more
     * @return these limits
     */
    public synchronized SalesforceLimits daily(int requests) {
        daily = requests;
        return this;
    }

    /**
     * How many requests may be under way at a time.
     *
     * @param requests 1 or more
     * @return these limits
     */
    public synchronized SalesforceLimits concurrent(int requests) {
        concurrent = requests;
        return this;
    }

    /**
     * Requests that other programs made.
     *
     * @param requests how many
     * @return these limits
     */
    public synchronized SalesforceLimits use(int requests) {
        for (int request = 0; request < requests; request++) {
            counted.add(clock.instant());
        }
        return this;
    }

    synchronized void refuseUntil(Instant moment) {
        throttledUntil = Objects.requireNonNull(moment, "moment");
        toldToWait = false;
    }

    synchronized int calledTooEarly() {
        return calledTooEarly;
    }

    /**
     * How many requests count just now.
     *
     * @return those of the last 24 hours
     */
    public synchronized int used() {
        Instant yesterday = clock.instant().minus(DAY);
        while (!counted.isEmpty() && !counted.getFirst().isAfter(yesterday)) {
            counted.removeFirst();
        }
        return counted.size();
    }

    synchronized void take(int underWay) {
        if (clock.instant().isBefore(throttledUntil)) {
            calledTooEarly += toldToWait ? 1 : 0;
            toldToWait = true;
            throw exceeded("TotalRequests");
        }
        if (underWay > concurrent) {
            throw exceeded("ConcurrentRequests (Concurrent API Requests)");
        }
        if (used() >= daily) {
            throw exceeded("TotalRequests");
        }
        counted.add(clock.instant());
    }

    synchronized String header() {
        return "api-usage=" + used() + "/" + daily;
    }

    RequestUsage usage() {
        return new RequestUsage() {
            @Override
            public int maximum() {
                synchronized (SalesforceLimits.this) {
                    return daily;
                }
            }

            @Override
            public int used() {
                return SalesforceLimits.this.used();
            }
        };
    }

    private static Refusal exceeded(String limit) {
        return new Refusal("REQUEST_LIMIT_EXCEEDED", limit + " Limit exceeded.");
    }
}
