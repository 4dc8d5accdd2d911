package io.github.crosstie.diff;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a side holds, as one listing showed it: of each linked record what it looked like, of each new or changed one the record.
 * Immutable and thread-safe. It can be compared again after the index has learned what was synced meanwhile; links that are
 * younger than the listing are {@link RecordStatus#UNSEEN} in it.
 */
public final class Listing {

    private final LinkIndex links;
    private final Side side;
    private final boolean isComplete;
    private final long[] looks;
    private final long[] seen;
    private final Map<Integer, RecordSnapshot> changed;
    private final Map<ItemId, RecordSnapshot> unlinked;

    /** Takes over what the reader gathered. */
    Listing(
            LinkIndex links,
            Side side,
            boolean isComplete,
            long[] looks,
            long[] seen,
            Map<Integer, RecordSnapshot> changed,
            Map<ItemId, RecordSnapshot> unlinked) {
        this.links = links;
        this.side = side;
        this.isComplete = isComplete;
        this.looks = looks;
        this.seen = seen;
        this.changed = changed;
        this.unlinked = unlinked;
    }

    /** A listing that shows nothing and claims nothing. */
    static Listing none(LinkIndex links, Side side) {
        return new Listing(links, side, false, new long[0], new long[0], new HashMap<>(), new LinkedHashMap<>());
    }

    /**
     * The side that was listed.
     *
     * @return the side
     */
    public Side side() {
        return side;
    }

    /**
     * Whether it certainly shows every record in view.
     *
     * @return false if nothing follows from a record's absence (G3)
     */
    public boolean isComplete() {
        return isComplete;
    }

    /**
     * How many records it shows, each counted once.
     *
     * @return their number
     */
    public int size() {
        int size = unlinked.size();
        for (long word : seen) {
            size += Long.bitCount(word);
        }
        return size;
    }

    LinkIndex links() {
        return links;
    }

    /** Which of 64 places it shows. */
    long seen(int word) {
        return word < seen.length ? seen[word] : 0;
    }

    /** Which of 64 places certainly are not there; none that are younger than the listing. */
    long absent(int word) {
        int covered = looks.length - (word << 6);
        if (!isComplete || covered <= 0) {
            return 0;
        }
        return ~seen[word] & (covered >= Long.SIZE ? -1L : (1L << covered) - 1);
    }

    /** Which of 64 places look otherwise than is known; of use only for those that it shows. */
    long differing(int word, long[] known) {
        int to = Math.min(looks.length, (word + 1) << 6);
        long differing = 0;
        for (int place = word << 6; place < to; place++) {
            if (looks[place] != known[place]) {
                differing |= 1L << place;
            }
        }
        return differing;
    }

    /** The record at a place as listed, if it differed then. */
    @Nullable
    RecordSnapshot changed(int place) {
        return changed.get(place);
    }

    /** The records that were not linked then, in the order in which they were first listed. */
    Collection<RecordSnapshot> unlinked() {
        return unlinked.values();
    }
}
