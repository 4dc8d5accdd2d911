package io.github.crosstie.graph.internal.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What is kept of one mailbox from request to request. Thread-safe. */
final class MailboxState {

    /** How many requests of one application Outlook carries out for a mailbox at the same time. */
    static final int LANES = 4;

    private final Semaphore lanes = new Semaphore(LANES, true);
    private Instant quietUntil = Instant.MIN;

    /** Waits for lanes, longest waiting first; false if the time is over. */
    boolean enter(int count, Duration patience) throws InterruptedException {
        return lanes.tryAcquire(count, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void leave(int count) {
        lanes.release(count);
    }

    /** Until when the server wants to be left alone; long past if it never said so. */
    synchronized Instant quietUntil() {
        return quietUntil;
    }

    synchronized void keepQuietUntil(Instant moment) {
        if (moment.isAfter(quietUntil)) {
            quietUntil = moment;
        }
    }
}
