package io.github.crosstie.diff;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.Collection;

/**
 * The fingerprints that the library makes, which are no part of its API: in its package, so that benchmarks can tell what they cost,
 * and what the loop around them costs. Not thread-safe.
 */
public final class BareFingerprints {

    private final Fingerprinter fingerprinter;

    /**
     * Fingerprints of some fields.
     *
     * @param seed any number
     * @param fields the fields that count
     */
    public BareFingerprints(long seed, Collection<Field<?>> fields) {
        fingerprinter = new Fingerprinter(seed, fields);
    }

    /**
     * The fingerprint of an item.
     *
     * @param item the item
     * @return 64 bits, never all of them zero
     */
    public long of(Item item) {
        return fingerprinter.of(item);
    }
}
