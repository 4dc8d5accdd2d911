package io.github.crosstie.diff;

import io.github.crosstie.item.ItemId;
import java.util.function.ToIntFunction;

/**
 * Finds where an id stands in a column of ids: open addressing with one int a slot, the place in its lower bits and as much of the
 * hash as fits above. A hash only says where to look: it is the ids that are compared, so that two ids with one hash stay two.
 */
final class IdTable {

    /** Not in the column. */
    static final int ABSENT = -1;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final double FULL = 0.7;
    /** How full a table is after it grew: with this, a slot costs less than nine bytes an id. */
    private static final double SPACIOUS = 0.46;

    private static final int LEAST = 16;

    private final ToIntFunction<ItemId> hash;
    private int[] slots = new int[LEAST];
    private int placeMask = LEAST - 1;
    private int used;

    IdTable(ToIntFunction<ItemId> hash) {
        this.hash = hash;
    }

    /** The place of an id in the column, or {@link #ABSENT}. */
    int find(ItemId id, ItemId[] column) {
        long spread = spread(id);
        int tag = (int) spread & ~placeMask;
        int slot = home(spread);
        while (slots[slot] != 0) {
            int found = slots[slot];
            if ((found & ~placeMask) == tag && id.equals(column[(found & placeMask) - 1])) {
                return (found & placeMask) - 1;
            }
            slot = after(slot);
        }
        return ABSENT;
    }

    /** Enters an id that is not in the table, and stands at a place of the column. */
    void add(int place, ItemId[] column) {
        if (used + 1 > slots.length * FULL || place >= placeMask) {
            grow(Math.max(used + 1, LEAST / 2), place + 1, column);
        }
        enter(place, column[place]);
        used++;
    }

    /** Makes room for as many ids in all, at places below a bound. */
    void reserve(int ids, int places, ItemId[] column) {
        if (ids > slots.length * FULL || places > placeMask) {
            grow(Math.max(ids, used), places, column);
        }
    }

    private void enter(int place, ItemId id) {
        long spread = spread(id);
        int slot = home(spread);
        while (slots[slot] != 0) {
            slot = after(slot);
        }
        slots[slot] = ((int) spread & ~placeMask) | (place + 1);
    }

    private void grow(int ids, int places, ItemId[] column) {
        int[] old = slots;
        int oldMask = placeMask;
        slots = new int[(int) Math.min(Integer.MAX_VALUE - 8, Math.max(LEAST, (long) (ids / SPACIOUS)))];
        // Places grow with the column, so that room is left for those to come until the next growth.
        placeMask = Math.max(Integer.highestOneBit(Math.max(places, slots.length)) * 2 - 1, oldMask);
        for (int entry : old) {
            if (entry != 0) {
                int place = (entry & oldMask) - 1;
                enter(place, column[place]);
            }
        }
    }

    /** Takes an id out, and moves up those that stepped aside for it. */
    void remove(int place, ItemId[] column) {
        int gap = slotOf(place, column[place]);
        slots[gap] = 0;
        used--;
        for (int slot = after(gap); slots[slot] != 0; slot = after(slot)) {
            int home = home(spread(column[(slots[slot] & placeMask) - 1]));
            boolean staysBehindGap = gap <= slot ? gap < home && home <= slot : gap < home || home <= slot;
            if (!staysBehindGap) {
                slots[gap] = slots[slot];
                slots[slot] = 0;
                gap = slot;
            }
        }
    }

    private int slotOf(int place, ItemId id) {
        int slot = home(spread(id));
        while ((slots[slot] & placeMask) != place + 1) {
            slot = after(slot);
        }
        return slot;
    }

    private long spread(ItemId id) {
        long spread = hash.applyAsInt(id) * SPREAD;
        return spread ^ (spread >>> 32);
    }

    /** The upper half of the hash, scaled to the number of slots. */
    private int home(long spread) {
        return (int) (((spread >>> 32) * slots.length) >>> 32);
    }

    private int after(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    /** Bytes of the heap, headers apart. */
    long bytes() {
        return (long) slots.length * Integer.BYTES;
    }
}
