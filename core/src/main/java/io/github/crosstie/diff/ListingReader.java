package io.github.crosstie.diff;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads the records of one listing and keeps of each what it looks like, in eight bytes; the record itself only if it is new or
 * changed. A record that is listed more than once counts as it was listed last. Not thread-safe.
 */
public final class ListingReader {

    private final LinkIndex links;
    private final Side side;
    private final SideColumns known;
    private final int places;
    private final long[] looks;
    private final long[] seen;
    private final Map<Integer, RecordSnapshot> changed = new HashMap<>();
    private final Map<ItemId, RecordSnapshot> unlinked = new LinkedHashMap<>();
    /** Where the next record is if the side lists in the order in which the links were added. */
    private int next;

    private boolean hasEnded;

    ListingReader(LinkIndex links, Side side) {
        this.links = links;
        this.side = Objects.requireNonNull(side, "side");
        this.known = links.on(side);
        this.places = links.places();
        this.looks = new long[places];
        this.seen = new long[(places + 63) >> 6];
    }

    /**
     * Reads a record.
     *
     * @param record the record as listed
     * @return this
     * @throws IllegalStateException if the listing has ended
     */
    public ListingReader add(RecordSnapshot record) {
        requireOpen();
        int place = place(record.id());
        if (place == IdTable.ABSENT || place >= places) {
            unlinked.put(record.id(), record);
            return this;
        }
        long look = known.look(place, record);
        boolean isFirst = (seen[place >> 6] & 1L << place) == 0;
        seen[place >> 6] |= 1L << place;
        looks[place] = look;
        if (look != known.looks()[place]) {
            changed.put(place, record);
        } else if (!isFirst) {
            changed.remove(place);
        }
        return this;
    }

    private int place(ItemId id) {
        int place = next < places && known.holds(next, id) && isLinked(next) ? next : known.find(id);
        if (place != IdTable.ABSENT) {
            next = place + 1;
        }
        return place;
    }

    private boolean isLinked(int place) {
        return (links.occupied(place >> 6) & 1L << place) != 0;
    }

    /**
     * Reads records.
     *
     * @param records the records as listed
     * @return this
     * @throws IllegalStateException if the listing has ended
     */
    public ListingReader addAll(Iterable<RecordSnapshot> records) {
        for (RecordSnapshot record : records) {
            add(record);
        }
        return this;
    }

    /**
     * Reads records.
     *
     * @param records the records as listed; it is consumed, not closed
     * @return this
     * @throws IllegalStateException if the listing has ended
     */
    public ListingReader addAll(Stream<RecordSnapshot> records) {
        for (Iterator<RecordSnapshot> each = records.iterator(); each.hasNext(); ) {
            add(each.next());
        }
        return this;
    }

    /**
     * Ends a listing that certainly showed every record in view: what it does not show is gone.
     *
     * @return the listing
     * @throws IllegalStateException if it has ended before
     */
    public Listing complete() {
        return listing(true);
    }

    /**
     * Ends a listing that may have left out records, or of which that is in doubt: nothing is concluded from their absence (G3).
     *
     * @return the listing
     * @throws IllegalStateException if it has ended before
     */
    public Listing partial() {
        return listing(false);
    }

    private Listing listing(boolean isComplete) {
        requireOpen();
        hasEnded = true;
        return new Listing(links, side, isComplete, looks, seen, changed, unlinked);
    }

    private void requireOpen() {
        if (hasEnded) {
            throw new IllegalStateException(
                    "listing of " + side + " has ended; start another one to read more records");
        }
    }
}
