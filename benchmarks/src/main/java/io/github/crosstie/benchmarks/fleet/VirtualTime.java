package io.github.crosstie.benchmarks.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that jumps from one thing that happens to the next. What happens at the same moment happens in the order it was planned in. Not
 * thread-safe.
 */
final class VirtualTime extends Clock {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Happening> ahead =
            new PriorityQueue<>(Comparator.comparingLong(Happening::at).thenComparingLong(Happening::number));
    private long now;
    private long planned;

    private record Happening(long at, long number, Runnable what) {}

    /** Milliseconds since the beginning. */
    long elapsed() {
        return now;
    }

    /** The milliseconds of a moment. */
    long elapsed(Instant moment) {
        return Duration.between(BEGIN, moment).toMillis();
    }

    @Override
    public Instant instant() {
        return BEGIN.plusMillis(now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("virtual time is UTC; ask for its instants");
    }

    void after(long milliseconds, Runnable what) {
        ahead.add(new Happening(now + milliseconds, planned++, what));
    }

    /** Again and again, first after an interval. */
    void every(Duration interval, Runnable what) {
        after(interval.toMillis(), () -> {
            what.run();
            every(interval, what);
        });
    }

    void runUntil(Duration end) {
        for (Happening next = ahead.peek(); next != null && next.at() <= end.toMillis(); next = ahead.peek()) {
            ahead.remove();
            now = next.at();
            next.what().run();
        }
        now = end.toMillis();
    }
}
