package io.github.crosstie.testkit.internal.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where a server's requests wait, unanswered: as long as a test holds them, or until the server closes. Thread-safe. */
public final class HeldRequests {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean holding;
    private boolean closed;
    private int held;

    /** From now on requests wait. */
    public void hold() {
        change(() -> holding = true);
    }

    /** Lets the requests go on that wait, and holds no more. */
    public void release() {
        change(() -> holding = false);
    }

    /** The server closes: nothing waits any longer. */
    public void close() {
        change(() -> closed = true);
    }

    /**
     * Waits until a number of requests wait.
     *
     * @param count how many
     * @throws IllegalStateException if they have not come after 30 seconds
     */
    public void await(int count) {
        lock.lock();
        try {
            long left = PATIENCE;
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

    /**
     * Lets a request pass once it is not held.
     *
     * @throws InterruptedException if its thread is interrupted meanwhile
     */
    public void pass() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (holding) {
                held++;
                changed.signalAll();
                while (holding && !closed) {
                    changed.await();
                }
                held--;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the server closes.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitClose() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets a moment pass.
     *
     * @return whether the server is still there
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public boolean pace() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = MOMENT;
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
