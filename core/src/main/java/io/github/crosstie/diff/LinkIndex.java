package io.github.crosstie.diff;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * What is known of many links: which records belong together, and what each looked like when they were last in step. Made to stay
 * in memory: of a record it keeps the id and two 64-bit fingerprints, in at most 64 bytes a link beside the ids themselves.
 *
 * <p>A listing of a side is read against it ({@link #listing}), and one or two listings are compared with it ({@link #compare}).
 * Records are found by their ids, compared exactly. That a record looks different is noticed by fingerprint: an edit goes unseen
 * with a chance of one in 2^64, and never because somebody prepared it, as long as the random numbers are kept private.
 *
 * <p>Not thread-safe. Reading listings and comparing them changes nothing, {@link #put} and {@link #remove} do.
 */
public final class LinkIndex {

    private static final int GROWTH = 8;
    private static final int LEAST_ROOM = 16;

    private final SideColumns crm;
    private final SideColumns mail;
    /** Places that hold a link. Those of removed links are not used again, because listings and differences go by places. */
    private long[] occupied = new long[1];

    private int places;
    private int links;

    private LinkIndex(List<FieldRule> rules, long seed, ToIntFunction<ItemId> hash) {
        crm = new SideColumns(fingerprinter(rules, Side.CRM, seed), hash);
        mail = new SideColumns(fingerprinter(rules, Side.MAIL, seed), hash);
    }

    private static Fingerprinter fingerprinter(List<FieldRule> rules, Side side, long seed) {
        List<Field<?>> looked = rules.stream()
                .filter(FieldRule::isOn)
                .<Field<?>>map(rule -> rule.on(side))
                .toList();
        return new Fingerprinter(seed, looked);
    }

    /**
     * An index without links.
     *
     * @param rules which fields take part; others may change without a difference (S4)
     * @param random what the fingerprints are seeded from: one number is drawn
     * @return the index
     */
    public static LinkIndex create(List<FieldRule> rules, RandomGenerator random) {
        return create(rules, random.nextLong(), ItemId::hashCode);
    }

    static LinkIndex create(List<FieldRule> rules, long seed, ToIntFunction<ItemId> hash) {
        return new LinkIndex(rules, seed, hash);
    }

    /**
     * How many links there are.
     *
     * @return their number
     */
    public int size() {
        return links;
    }

    /**
     * The record that a record is linked with.
     *
     * @param side the side of the known record
     * @param id its id
     * @return the id on the other side, or empty if it is not linked
     */
    public Optional<ItemId> counterpart(Side side, ItemId id) {
        int place = on(side).find(id);
        return place == IdTable.ABSENT
                ? Optional.empty()
                : Optional.of(on(side.other()).id(place));
    }

    /**
     * Adds a link, or notes what the records of a link look like now that they are in step again.
     *
     * @param pair the two records
     * @throws IllegalArgumentException if one of them is linked with another record
     */
    public void put(SyncedPair pair) {
        int place = crm.find(pair.crm().id());
        int mailPlace = mail.find(pair.mail().id());
        if (place != mailPlace) {
            throw new IllegalArgumentException("records CRM:" + pair.crm().id() + " and MAIL:"
                    + pair.mail().id()
                    + " cannot be linked: at least one of them has another partner; remove that link first");
        }
        if (place == IdTable.ABSENT) {
            add(pair);
        } else {
            crm.set(place, pair.crm());
            mail.set(place, pair.mail());
        }
    }

    /**
     * Adds or updates many links.
     *
     * @param pairs the pairs
     * @throws IllegalArgumentException if a record is linked with another one; pairs before it are in then
     */
    public void putAll(Iterable<SyncedPair> pairs) {
        if (pairs instanceof Collection<SyncedPair> many) {
            reserve(many.size());
        }
        pairs.forEach(this::put);
    }

    /** Only an index that is still empty: later, the pairs may be those of links that are there. */
    private void reserve(int more) {
        if (places == 0) {
            ensureRoom(more, more);
        }
    }

    private void add(SyncedPair pair) {
        ensureRoom(links + 1, places + 1);
        crm.add(places, pair.crm());
        mail.add(places, pair.mail());
        occupied[places >> 6] |= 1L << places;
        places++;
        links++;
    }

    private void ensureRoom(int links, int places) {
        if (places > occupied.length << 6 || places > crm.looks().length) {
            int room = Math.max(places, this.places + this.places / GROWTH + LEAST_ROOM);
            room = this.places == 0 ? places : room;
            crm.ensureRoom(links, room);
            mail.ensureRoom(links, room);
            occupied = Arrays.copyOf(occupied, (room + 63) >> 6);
        }
    }

    /**
     * Removes a link. Its few dozen bytes stay in use until the index itself is dropped.
     *
     * @param side the side of one of its records
     * @param id that record's id
     * @return false if that record is not linked
     */
    public boolean remove(Side side, ItemId id) {
        int place = on(side).find(id);
        if (place == IdTable.ABSENT) {
            return false;
        }
        crm.remove(place);
        mail.remove(place);
        occupied[place >> 6] &= ~(1L << place);
        links--;
        return true;
    }

    /**
     * Starts to read a listing of a side.
     *
     * @param side the side that is listed
     * @return a reader for its records
     */
    public ListingReader listing(Side side) {
        return new ListingReader(this, side);
    }

    /**
     * Compares a listing of each side with what is known: the three-way difference.
     *
     * @param crm a listing of the CRM, read against this index
     * @param mail a listing of the mailbox, read against this index
     * @return what differs
     * @throws IllegalArgumentException if a listing is of the other side or was read against another index
     */
    public Differences compare(Listing crm, Listing mail) {
        requireOwn(crm, Side.CRM);
        requireOwn(mail, Side.MAIL);
        return Differences.between(this, crm, mail);
    }

    /**
     * Compares a listing of one side with what is known: the two-way difference. Of the other side nothing is said.
     *
     * @param listing the listing, read against this index
     * @return what differs
     * @throws IllegalArgumentException if the listing was read against another index
     */
    public Differences compare(Listing listing) {
        requireOwn(listing, listing.side());
        Listing none = Listing.none(this, listing.side().other());
        return listing.side() == Side.CRM
                ? Differences.between(this, listing, none)
                : Differences.between(this, none, listing);
    }

    private void requireOwn(Listing listing, Side side) {
        if (listing.links() != this || listing.side() != side) {
            throw new IllegalArgumentException("listing of " + listing.side() + " cannot be compared as one of " + side
                    + " with this index; read it with listing(" + side + ") of the same index");
        }
    }

    SideColumns on(Side side) {
        return side == Side.CRM ? crm : mail;
    }

    /** Places used so far, those of removed links included. */
    int places() {
        return places;
    }

    /** Which of 64 places hold a link. */
    long occupied(int word) {
        return occupied[word];
    }

    /** Bytes of the heap, a few headers and the ids themselves apart, where a reference takes four bytes. */
    long bytes() {
        return crm.bytes() + mail.bytes() + (long) occupied.length * Long.BYTES;
    }
}
