package io.github.crosstie.engagement.api;

import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What lets requests through to one business unit: no more at a time than it stands, and none before the moment until
 * which it asked to be left alone. Shared by all endpoints of the unit. Thread-safe.
 */
final class UnitGate {

    private final Semaphore lanes;
    private Instant closedUntil = Instant.MIN;

    UnitGate(int concurrency) {
        lanes = new Semaphore(concurrency, true);
    }

    /**
     * Waits for a lane; whoever has entered must {@link #leave}.
     *
     * @throws ThrottledException if the unit wants to be left alone; nobody is called
     * @throws UnavailableException if no lane becomes free in time
     */
    void enter(String doing, Instant now, Duration patience) {
        requireOpen(doing, now);
        try {
            if (!lanes.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new UnavailableException(
                        doing + ": all requests that the unit takes at a time were under way for " + patience
                                + "; list fewer things at a time, or allow a longer deadline");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(doing + ": interrupted while it waited; call again", interrupted);
        }
        try {
            requireOpen(doing, now); // whoever had the lane before may have met a limit
        } catch (ThrottledException closed) {
            leave();
            throw closed;
        }
    }

    private void requireOpen(String doing, Instant now) {
        Instant until = closedUntil();
        if (now.isBefore(until)) {
            throw new ThrottledException(
                    doing + ": a limit of the unit is used up; nobody was called, call again at " + until, until, null);
        }
    }

    void leave() {
        lanes.release();
    }

    synchronized void closeUntil(Instant moment) {
        if (moment.isAfter(closedUntil)) {
            closedUntil = moment;
        }
    }

    private synchronized Instant closedUntil() {
        return closedUntil;
    }
}
