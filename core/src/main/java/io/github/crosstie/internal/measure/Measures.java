package io.github.crosstie.internal.measure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Which measures are in force for what is built on the present thread: all of them, unless a test takes one away. Immutable. */
public final class Measures {

    private static final Measures ALL = new Measures(EnumSet.noneOf(SafetyMeasure.class));
    private static final ThreadLocal<Measures> IN_FORCE = ThreadLocal.withInitial(() -> ALL);

    private final Set<SafetyMeasure> missing;

    private Measures(Set<SafetyMeasure> missing) {
        this.missing = Collections.unmodifiableSet(missing);
    }

    /**
     * What is in force here and now. Whoever is built keeps to it for life.
     *
     * @return the measures
     */
    public static Measures current() {
        return IN_FORCE.get();
    }

    /**
     * Builds something that lacks a measure.
     *
     * @param missing what it lacks
     * @param build builds it, on this thread
     * @param <T> what is built
     * @return what was built
     */
    public static <T> T without(SafetyMeasure missing, Supplier<T> build) {
        Measures before = IN_FORCE.get();
        IN_FORCE.set(new Measures(EnumSet.of(missing)));
        try {
            return build.get();
        } finally {
            if (before == ALL) {
                IN_FORCE.remove();
            } else {
                IN_FORCE.set(before);
            }
        }
    }

    /**
     * Whether a measure is in force.
     *
     * @param measure the measure
     * @return true, except in a test that took it away
     */
    public boolean include(SafetyMeasure measure) {
        return !missing.contains(measure);
    }
}
