package io.github.crosstie.state;

import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A record was looked at and left alone: it is not looked at again before something about it changes. {@link #toString} shows
 * no key, as keys are personal data.
 *
 * @param keys the keys by which it can be matched (S2): it wakes up when a record with one of them turns up or goes away
 * @param until when it wakes up by itself, such as an event that enters the window (S23); null for never
 */
public record Waiting(SortedSet<String> keys, @Nullable Instant until) {

    /** The key of those that wait for room under the cap (S16). No record can be matched by it. */
    public static final String AT_CAP = "at the cap";

    /** The key of those that wait for a record to be read which might be their counterpart (S15). No record can be matched by it. */
    public static final String BEHIND_UNREADABLE = "behind an unreadable record";

    /**
     * The key of those that wait because writing them to a side would make it send mail, which the configuration does not allow (S7).
     * No record can be matched by it.
     *
     * @param side where it would be written
     * @return the key
     */
    public static String wouldNotify(Side side) {
        return "would notify, " + side;
    }

    /** Copies the keys. */
    public Waiting {
        keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }

    /**
     * Waits for a record with one of some keys.
     *
     * @param keys the keys; may be empty
     * @return the waiting
     */
    public static Waiting forKeys(Set<String> keys) {
        return new Waiting(new TreeSet<>(keys), null);
    }

    /**
     * Waits for a change of the record itself, or for a moment.
     *
     * @param until the moment, or null for a change alone
     * @return the waiting
     */
    public static Waiting until(@Nullable Instant until) {
        return new Waiting(new TreeSet<>(), until);
    }

    /**
     * The same, for one more reason.
     *
     * @param reason a key of this class by which no record can be matched
     * @return a changed copy
     */
    public Waiting and(String reason) {
        SortedSet<String> more = new TreeSet<>(keys);
        more.add(reason);
        return new Waiting(more, until);
    }

    /**
     * The keys by which it can be matched, and no other.
     *
     * @return the keys without {@link #AT_CAP}, {@link #BEHIND_UNREADABLE} and {@link #wouldNotify}
     */
    public SortedSet<String> matchKeys() {
        SortedSet<String> match = new TreeSet<>(keys);
        match.remove(AT_CAP);
        match.remove(BEHIND_UNREADABLE);
        for (Side side : Side.values()) {
            match.remove(wouldNotify(side));
        }
        return match;
    }

    @Override
    public String toString() {
        return "Waiting[" + keys.size() + " keys, until " + until + "]";
    }
}
