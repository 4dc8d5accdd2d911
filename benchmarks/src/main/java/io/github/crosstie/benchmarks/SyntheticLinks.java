package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.RecordStatus;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.util.function.IntConsumer;

/**
 * Links between a CRM and a mailbox, and what both list some time later: of each side a hundredth has changed, a thousandth is gone,
 * and a thousandth is new. Every side lists in the order of its ids, and the order of the one has nothing to do with that of the
 * other. Nothing is kept: every id and version can be told by the number of its link.
 *
 * @param links how many
 */
record SyntheticLinks(int links) {

    private static final long SCATTER = 0x9E3779B1L;
    private static final int PER_MILLE = 1_000;
    private static final int CHANGED_PER_MILLE = 10;

    /** Links and new records. */
    int records() {
        return links + links / PER_MILLE;
    }

    ItemId id(Side side, int link) {
        return side == Side.CRM
                ? new ItemId(padded("0035e00000", link, 8))
                : new ItemId(padded("AAMkAGI2TG93AAAuAAAAAAD3kR1aXb0zTqZ4AQDa8y2KSEVfQ7nLAAA", scattered(link), 9));
    }

    private static String padded(String prefix, long number, int digits) {
        StringBuilder id = new StringBuilder(prefix.length() + digits).append(prefix);
        String text = Long.toString(number);
        return id.append("0".repeat(digits - text.length())).append(text).toString();
    }

    /** A number below {@link #bound} that says nothing of that of its neighbour. */
    private long scattered(int link) {
        return link * SCATTER & (bound() - 1);
    }

    private int bound() {
        return Integer.highestOneBit(records()) * 2;
    }

    /** The state of a record when the links were last in step, as a number. */
    long known(Side side, int link) {
        return mixed(link * 2L + (side == Side.CRM ? 0 : 1));
    }

    /** Its state now; another one if it has changed since. */
    long now(Side side, int link) {
        return known(side, link) + (status(side, link) == RecordStatus.CHANGED ? 1 : 0);
    }

    static ItemVersion version(long state) {
        return new ItemVersion(Long.toHexString(state));
    }

    RecordStatus status(Side side, int link) {
        long chance = (mixed(known(side, link)) >>> 1) % PER_MILLE;
        if (link >= links || chance > CHANGED_PER_MILLE) {
            return RecordStatus.UNCHANGED;
        }
        return chance == CHANGED_PER_MILLE ? RecordStatus.GONE : RecordStatus.CHANGED;
    }

    /** Tells the numbers of what a side lists: in the order of the ids there. */
    void list(Side side, IntConsumer listed) {
        if (side == Side.CRM) {
            for (int link = 0; link < records(); link++) {
                list(side, link, listed);
            }
            return;
        }
        int[] linkAt = new int[bound()];
        for (int link = 0; link < records(); link++) {
            linkAt[(int) scattered(link)] = link + 1;
        }
        for (int link : linkAt) {
            if (link > 0) {
                list(side, link - 1, listed);
            }
        }
    }

    private void list(Side side, int link, IntConsumer listed) {
        if (status(side, link) != RecordStatus.GONE) {
            listed.accept(link);
        }
    }

    /** What every comparison must find. */
    Outcome outcome() {
        Outcome outcome = new Outcome();
        for (int link = 0; link < links; link++) {
            outcome.add(status(Side.CRM, link), status(Side.MAIL, link), id(Side.CRM, link));
        }
        for (int link = links; link < records(); link++) {
            outcome.addUnlinked(Side.CRM, id(Side.CRM, link));
            outcome.addUnlinked(Side.MAIL, id(Side.MAIL, link));
        }
        return outcome;
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30) ^ 0x5DEECE66DL) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
