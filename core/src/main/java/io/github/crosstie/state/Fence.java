package io.github.crosstie.state;

import java.util.Objects;

/**
 * The right to change one collection's state, until somebody acquires a newer one.
 *
 * @param collection the collection
 * @param epoch higher than that of every fence given out before for the collection
 */
public record Fence(CollectionKey collection, long epoch) {

    /** Requires the collection. */
    public Fence {
        Objects.requireNonNull(collection, "collection");
    }
}
