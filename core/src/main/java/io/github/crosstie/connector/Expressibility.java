package io.github.crosstie.connector;

import io.github.crosstie.item.Item;
import java.util.Optional;

/** Which series a side can hold whole: {@link Endpoint#cannotExpress} as a value. Pure and thread-safe. */
@FunctionalInterface
public interface Expressibility {

    /** A side that can hold every series. */
    Expressibility UNLIMITED = item -> Optional.empty();

    /**
     * Why a side cannot hold a series.
     *
     * @param series an event with a recurrence, in the fields of that side
     * @return the reason and the remedy, without values of the record; empty if it can
     */
    Optional<String> cannotExpress(Item series);
}
