package io.github.crosstie.benchmarks.store;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was measured of one store.
 *
 * @param name what the store is called
 * @param figures the figures; what cannot be measured of it is left out
 */
public record StoreColumn(String name, Map<StoreMeasure, Double> figures) {

    /** Copies the figures. */
    public StoreColumn {
        EnumMap<StoreMeasure, Double> copy = new EnumMap<>(StoreMeasure.class);
        copy.putAll(figures);
        figures = Collections.unmodifiableMap(copy);
    }
}
