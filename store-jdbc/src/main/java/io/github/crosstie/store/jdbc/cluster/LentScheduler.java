package io.github.crosstie.store.jdbc.cluster;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The same for what comes again and again: stopping it takes the cluster's off the host's. Thread-safe. */
final class LentScheduler extends LentExecutor implements ScheduledExecutorService {

    private final ScheduledExecutorService lender;
    private final Queue<ScheduledFuture<?>> planned = new ConcurrentLinkedQueue<>();

    LentScheduler(ScheduledExecutorService lender) {
        super(lender, () -> {});
        this.lender = lender;
    }

    /** What goes on for ever is not for the thread that hands it over. */
    @Override
    void rejected(Runnable work, RejectedExecutionException full) {
        end();
        throw full;
    }

    private <T extends ScheduledFuture<?>> T keep(T future) {
        planned.add(future);
        if (isShutdown()) {
            future.cancel(false);
        }
        return future;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return keep(lender.schedule(() -> run(command), delay, unit));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return keep(lender.schedule(callable, delay, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return keep(lender.scheduleAtFixedRate(() -> run(command), initialDelay, period, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return keep(lender.scheduleWithFixedDelay(() -> run(command), initialDelay, delay, unit));
    }

    @Override
    public void shutdown() {
        super.shutdown();
        planned.forEach(future -> future.cancel(false));
    }
}
