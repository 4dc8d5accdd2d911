package io.github.crosstie.benchmarks;

import java.lang.ref.Reference;
import java.util.function.Supplier;

/** How much heap a thing keeps, as the heap grows by it. Exact to some hundred kilobytes: measure many of a kind, and divide. */
public final class RetainedMemory {

    private static final int MOST_COLLECTIONS = 20;

    private RetainedMemory() {}

    /**
     * Makes a thing twice, so that classes and caches are there, and measures the second one.
     *
     * @param maker makes it, from what is in memory already
     * @return the bytes that stay in memory for it
     */
    public static double of(Supplier<?> maker) {
        measured(maker);
        return measured(maker);
    }

    private static double measured(Supplier<?> maker) {
        long before = used();
        Object made = maker.get();
        try {
            return Math.max(0, used() - before);
        } finally {
            Reference.reachabilityFence(made);
        }
    }

    /**
     * What is in use once nothing more can be collected.
     *
     * @return bytes of heap
     */
    public static long used() {
        long used = collected();
        for (int collections = 0; collections < MOST_COLLECTIONS; collections++) {
            long less = collected();
            if (less >= used) {
                return less;
            }
            used = less;
        }
        return used;
    }

    private static long collected() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
