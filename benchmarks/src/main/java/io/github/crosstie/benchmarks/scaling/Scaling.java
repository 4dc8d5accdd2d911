package io.github.crosstie.benchmarks.scaling;

import io.github.crosstie.benchmarks.RetainedMemory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Measures subjects at 10³, 10⁴ … 10⁷, as far as the heap allows. At each size the work is done to warm up, for a second and at
 * least once, then once for its time and for what its result keeps. Used by one thread.
 */
public final class Scaling {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000);
    private static final long WARM_UP_NANOSECONDS = 1_000_000_000;

    /** What a size takes at its peak, input, result and garbage, beside what input and result keep: seen to suffice. */
    private static final double PEAK = 1.5;

    private final Consumer<String> progress;
    private final List<Integer> sizes;
    private final long heap;
    private final long warmUp;

    /**
     * A way to measure.
     *
     * @param progress is told what is measured next
     */
    public Scaling(Consumer<String> progress) {
        this(progress, SIZES, Runtime.getRuntime().maxMemory(), WARM_UP_NANOSECONDS);
    }

    Scaling(Consumer<String> progress, List<Integer> sizes, long heap, long warmUp) {
        this.progress = progress;
        this.sizes = sizes;
        this.heap = heap;
        this.warmUp = warmUp;
    }

    /**
     * Measures a subject.
     *
     * @param subject the subject
     * @return its curve
     */
    public Curve measure(Subject subject) {
        List<Curve.Point> points = new ArrayList<>();
        double keptByOne = 0;
        for (int size : sizes) {
            long kept = (long) (size * keptByOne);
            if (kept * PEAK > heap) {
                return ended(
                        subject,
                        points,
                        size,
                        "input and result would take about " + megabytes(kept) + ", half as much again meanwhile"
                                + ", and the heap has " + megabytes(heap));
            }
            progress.accept(subject.name() + ", " + size + " " + subject.counts());
            try {
                Sample sample = sample(subject, size);
                points.add(sample.point());
                keptByOne = (double) sample.kept() / size;
            } catch (OutOfMemoryError e) {
                return ended(subject, points, size, "the heap's " + megabytes(heap) + " were not enough");
            }
        }
        return new Curve(subject, points, "The largest size is measured.");
    }

    private static Curve ended(Subject subject, List<Curve.Point> points, int size, String why) {
        return new Curve(
                subject,
                points,
                String.format(Locale.ROOT, "%,d %s are not measured: %s.", size, subject.counts(), why));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000);
    }

    private Sample sample(Subject subject, int size) {
        long empty = RetainedMemory.used();
        Supplier<?> work = subject.prepare().apply(size);
        warmUp(work);
        long before = RetainedMemory.used();
        long began = System.nanoTime();
        Object result = work.get();
        long took = System.nanoTime() - began;
        try {
            long after = RetainedMemory.used();
            return new Sample(new Curve.Point(size, took, Math.max(0, after - before)), after - empty);
        } finally {
            Reference.reachabilityFence(result);
            Reference.reachabilityFence(work);
        }
    }

    private void warmUp(Supplier<?> work) {
        Consumer<Object> nobody = result -> {};
        long began = System.nanoTime();
        do {
            nobody.accept(work.get());
        } while (System.nanoTime() - began < warmUp);
    }

    private record Sample(Curve.Point point, long kept) {}
}
