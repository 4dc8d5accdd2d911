package io.github.crosstie.apply;

import io.github.crosstie.internal.hash.Hash64;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.RecordKey;

/**
 * A set of 64-bit fingerprints, for hundreds of thousands of records in a few megabytes. Two of n texts have the same one with a
 * chance of about n² / 2^65, so it is used where a false hit costs little, or never comes up in the life of a system.
 */
final class Fingerprints {

    private long[] slots = new long[16];
    private int size;

    /** The fingerprint of a text; never 0, which marks an empty slot. */
    static long of(String text) {
        return of(0, text);
    }

    static long of(RecordKey key) {
        return of(key.side() == Side.CRM ? 1 : 2, key.id().value());
    }

    private static long of(long seed, String text) {
        long hash = Hash64.of(seed, text);
        return hash == 0 ? 1 : hash;
    }

    /** Adds a fingerprint; true if it was not there. */
    boolean add(long fingerprint) {
        int slot = slot(slots, fingerprint);
        if (slots[slot] == fingerprint) {
            return false;
        }
        slots[slot] = fingerprint;
        if (++size * 5L > slots.length * 4L) {
            grow();
        }
        return true;
    }

    boolean contains(long fingerprint) {
        return slots[slot(slots, fingerprint)] == fingerprint;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long fingerprint : slots) {
            if (fingerprint != 0) {
                larger[slot(larger, fingerprint)] = fingerprint;
            }
        }
        slots = larger;
    }

    /** Where a fingerprint is, or the empty slot where it belongs. */
    private static int slot(long[] slots, long fingerprint) {
        int slot = (int) fingerprint & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != fingerprint) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
