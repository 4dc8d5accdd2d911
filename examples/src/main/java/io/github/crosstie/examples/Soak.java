package io.github.crosstie.examples;

import io.github.crosstie.testkit.simulator.Campaign;
import io.github.crosstie.testkit.simulator.History;
import io.github.crosstie.testkit.simulator.Simulation;
import io.github.crosstie.testkit.simulator.Summary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Histories on several threads, each of which takes the next seeds as soon as it is through with its last ones. */
final class Soak {

    private static final long AT_ONCE = 250;
    /** Cutting a history down takes thousands of runs: after so many, they are printed as they are. */
    private static final int CUT_DOWN = 3;

    private final Simulation simulation;
    private final PrintWriter out;
    private int cutDown;

    Soak(Simulation simulation, PrintWriter out) {
        this.simulation = simulation;
        this.out = out;
    }

    /** Runs the histories and prints what came of them; true if nothing was violated. */
    boolean run(long firstSeed, long histories, int threads) throws InterruptedException {
        long start = System.nanoTime();
        AtomicLong taken = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Summary total;
        try {
            List<Future<Summary>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> work(firstSeed, histories, taken)));
            }
            total = sum(parts);
        } finally {
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "%d histories, %d violations, %d rounds at most, %.0f histories/s%n",
                total.histories(),
                total.violating(),
                total.mostRounds(),
                total.histories() / seconds);
        out.flush();
        return total.violating() == 0;
    }

    private Summary work(long firstSeed, long histories, AtomicLong taken) {
        Summary sum = Campaign.random(simulation, firstSeed, 0);
        long from = taken.getAndAdd(AT_ONCE);
        while (from < histories) {
            Summary part = Campaign.random(simulation, firstSeed + from, Math.min(AT_ONCE, histories - from));
            part.failures().forEach(this::print);
            sum = Campaign.sum(sum, part);
            from = taken.getAndAdd(AT_ONCE);
        }
        return sum;
    }

    private static Summary sum(List<Future<Summary>> parts) throws InterruptedException {
        try {
            Summary sum = parts.get(0).get();
            for (Future<Summary> part : parts.subList(1, parts.size())) {
                sum = Campaign.sum(sum, part.get());
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a history could not be run to its end; see the cause", e.getCause());
        }
    }

    private synchronized void print(History failing) {
        cutDown++;
        History shown = cutDown <= CUT_DOWN ? simulation.shrink(failing) : failing;
        out.println(shown.reproduction());
        shown.violations().forEach(violation -> out.println("  " + violation));
        out.flush();
    }
}
