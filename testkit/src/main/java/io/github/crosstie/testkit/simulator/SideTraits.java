package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.Projection;
import java.util.Objects;

/**
 * How a side of one history is to be. A side that cannot be so is as it is: only what it declares in its capabilities counts.
 *
 * @param pageSize how many changes a page holds; 1 or more
 * @param batch how many records one read or write takes at most; 1 or more
 * @param carriesRecords whether listings carry whole records
 * @param projection what it really holds of a value
 */
public record SideTraits(int pageSize, int batch, boolean carriesRecords, Projection projection) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is smaller than 1
     */
    public SideTraits {
        Objects.requireNonNull(projection, "projection");
        if (pageSize < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "side with pages of " + pageSize + " and batches of " + batch + ": use 1 or more");
        }
    }
}
