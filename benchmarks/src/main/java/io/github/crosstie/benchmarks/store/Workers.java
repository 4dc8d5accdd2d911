package io.github.crosstie.benchmarks.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * Threads that do the same thing again and again, and how often they did it. What waits for a disk is not quickest when
 * it is truest: of several windows of time, the one in the middle counts.
 *
 * @param number how many threads, 1 to {@link #MOST}
 * @param windows how many windows, 1 or more
 * @param window how long each is, or longer if nothing is done within it
 */
public record Workers(int number, int windows, Duration window) {

    /** The most there ever are. */
    public static final int MOST = 8;

    /** One go of a worker. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it once.
         *
         * @return how much was done
         * @throws Exception if it cannot be done; then nothing is measured
         */
        int once() throws Exception;
    }

    /**
     * Works.
     *
     * @param work what the worker of a number, from 0, does
     * @return how much all of them did in a second
     * @throws InterruptedException if this thread is to end
     * @throws IllegalStateException if one of them failed
     */
    public double perSecond(IntFunction<Work> work) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        AtomicBoolean ended = new AtomicBoolean();
        LongAdder done = new LongAdder();
        List<Future<?>> all = new ArrayList<>();
        try {
            for (int worker = 0; worker < number; worker++) {
                Work own = work.apply(worker);
                all.add(threads.submit(() -> {
                    while (!ended.get()) {
                        done.add(own.once());
                    }
                    return null;
                }));
            }
            return middle(done, all);
        } finally {
            ended.set(true);
            threads.shutdown();
            all.forEach(Workers::succeeded);
        }
    }

    private double middle(LongAdder done, List<Future<?>> all) throws InterruptedException {
        double[] rates = new double[windows];
        // The first window is for the code to be compiled and for the caches to fill.
        Thread.sleep(window.toMillis());
        for (int i = 0; i < windows; i++) {
            long before = done.sum();
            long began = System.nanoTime();
            do {
                Thread.sleep(window.toMillis());
            } while (done.sum() == before && all.stream().noneMatch(Future::isDone));
            rates[i] = (done.sum() - before) * 1e9 / (System.nanoTime() - began);
        }
        Arrays.sort(rates);
        return rates[windows / 2];
    }

    private static void succeeded(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a worker failed, so nothing was measured", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a worker was at work", interrupted);
        }
    }
}
