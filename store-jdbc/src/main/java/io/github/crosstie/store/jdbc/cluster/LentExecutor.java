package io.github.crosstie.store.jdbc.cluster;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * An executor of the host's as a cluster sees it: stopping it ends what the cluster does on it, and leaves the host's own alone.
 * Thread-safe.
 */
class LentExecutor extends AbstractExecutorService {

    private final Executor lender;
    private final Runnable afterEach;
    private final Set<Thread> atWork = new HashSet<>();
    private int unfinished;
    private boolean stopped;

    /** Runs something after each task, in its thread. */
    LentExecutor(Executor lender, Runnable afterEach) {
        this.lender = lender;
        this.afterEach = afterEach;
    }

    @Override
    public void execute(Runnable command) {
        begin();
        Runnable work = () -> runAndEnd(command);
        try {
            lender.execute(work);
        } catch (RejectedExecutionException full) {
            rejected(work, full);
        }
    }

    /** The host's executor takes no more: the thread that hands over does the work. */
    void rejected(Runnable work, RejectedExecutionException full) {
        work.run();
    }

    private synchronized void begin() {
        if (stopped) {
            throw new RejectedExecutionException("the cluster is closed");
        }
        unfinished++;
    }

    private void runAndEnd(Runnable command) {
        try {
            run(command);
        } finally {
            end();
            afterEach.run();
        }
    }

    /** What was begun does not begin after all. */
    synchronized void end() {
        unfinished--;
        notifyAll();
    }

    /** Runs in this thread, which can be interrupted as long. */
    final void run(Runnable command) {
        Thread thread = Thread.currentThread();
        boolean isOutermost = enter(thread);
        try {
            command.run();
        } finally {
            if (isOutermost) {
                leave(thread);
            }
        }
    }

    private synchronized boolean enter(Thread thread) {
        return atWork.add(thread);
    }

    /** An interruption was meant for the cluster's work: the host gets its thread back without. */
    private synchronized void leave(Thread thread) {
        atWork.remove(thread);
        if (stopped) {
            Thread.interrupted();
        }
        notifyAll();
    }

    @Override
    public void shutdown() {
        synchronized (this) {
            stopped = true;
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        synchronized (this) {
            atWork.forEach(Thread::interrupt);
        }
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return stopped;
    }

    @Override
    public synchronized boolean isTerminated() {
        return stopped && unfinished == 0 && atWork.isEmpty();
    }

    @Override
    public synchronized boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        long left = end - System.nanoTime();
        while (!isTerminated() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return isTerminated();
    }
}
