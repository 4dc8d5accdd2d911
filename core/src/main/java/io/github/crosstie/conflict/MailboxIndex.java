package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Users;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes that an organization's configurations claim, eight bytes each: part of a hash above the user's slot, in
 * order. Two mailboxes may look the same by accident, so whatever looks shared is read in full. Immutable.
 */
final class MailboxIndex {

    static final int SLOT_BITS = 28;

    private static final long SLOT = (1L << SLOT_BITS) - 1;

    private final long[] entries;
    private final int[] unusable;

    private MailboxIndex(long[] entries, int[] unusable) {
        this.entries = entries;
        this.unusable = unusable;
    }

    /** The mailboxes of everybody. */
    static MailboxIndex of(Roster roster, MailboxHash hash) {
        return of(roster, Slots.all(roster), hash);
    }

    /** The mailboxes of some users. */
    static MailboxIndex of(Roster roster, BitSet slots, MailboxHash hash) {
        Users users = roster.directory().users();
        boolean sandbox = roster.directory().organization().environment() == Environment.SANDBOX;
        long[] entries = new long[slots.cardinality()];
        int[] unusable = new int[8];
        int count = 0;
        int unusableCount = 0;
        int end = Math.min(slots.length(), users.size());
        for (int slot = slots.nextSetBit(0); slot >= 0 && slot < end; slot = slots.nextSetBit(slot + 1)) {
            boolean syncs = roster.effective(slot) >= 0;
            if (syncs || (roster.dormant(slot) && users.active(slot))) {
                @Nullable String address = users.at(slot).emailAddress().orElse(null);
                long number = address == null ? AddressHash.NONE : hash.of(address, sandbox);
                if (number != AddressHash.NONE) {
                    entries[count++] = look(number) | slot;
                } else if (syncs) {
                    unusable = unusableCount < unusable.length ? unusable : Arrays.copyOf(unusable, 2 * unusableCount);
                    unusable[unusableCount++] = slot;
                }
            }
        }
        return new MailboxIndex(
                EntrySort.sort(Arrays.copyOf(entries, count)), Arrays.copyOf(unusable, unusableCount));
    }

    /**
     * This index with other entries for some users.
     *
     * @param slots the users
     * @param gone their entries in this index
     * @param come their entries in the new one
     */
    MailboxIndex replace(BitSet slots, MailboxIndex gone, MailboxIndex come) {
        int[] stillUnusable = Arrays.stream(unusable).filter(slot -> !slots.get(slot)).toArray();
        int[] newUnusable = IntStream.concat(Arrays.stream(stillUnusable), Arrays.stream(come.unusable))
                .sorted()
                .toArray();
        return new MailboxIndex(replaced(gone.entries, come.entries), newUnusable);
    }

    /** Copies whole stretches between the few places where something goes or comes. */
    private long[] replaced(long[] gone, long[] come) {
        if (Arrays.equals(gone, come)) {
            return entries;
        }
        long[] changed = new long[entries.length - gone.length + come.length];
        int read = 0;
        int written = 0;
        int atGone = 0;
        int atCome = 0;
        while (atGone < gone.length || atCome < come.length) {
            boolean goes = atCome == come.length || (atGone < gone.length && gone[atGone] <= come[atCome]);
            int place = Math.max(read, firstAt(goes ? gone[atGone] : come[atCome]));
            System.arraycopy(entries, read, changed, written, place - read);
            written += place - read;
            read = place;
            if (goes) {
                atGone++;
                read++;
            } else {
                changed[written++] = come[atCome++];
            }
        }
        System.arraycopy(entries, read, changed, written, entries.length - read);
        return changed;
    }

    private static long look(long number) {
        return number << SLOT_BITS & Long.MAX_VALUE;
    }

    /** What {@link #slots} takes, for a mailbox known in full. */
    static long look(MailboxAddress mailbox, MailboxHash hash) {
        return look(hash.of(mailbox.text(), false));
    }

    int size() {
        return entries.length;
    }

    /** The users in the order of what their mailboxes look like. */
    int slot(int at) {
        return (int) (entries[at] & SLOT);
    }

    /** What the mailboxes look like, each once, in order; those that several users claim are told on the way. */
    long[] looks(Looks shared) {
        long[] looks = new long[entries.length];
        int count = 0;
        for (long entry : entries) {
            long look = entry & ~SLOT;
            if (count > 0 && looks[count - 1] == look) {
                shared.add(look);
            } else {
                looks[count++] = look;
            }
        }
        return count == looks.length ? looks : Arrays.copyOf(looks, count);
    }

    /** Tells what the mailboxes look like. */
    void addLooks(Looks looks) {
        for (long entry : entries) {
            looks.add(entry & ~SLOT);
        }
    }

    boolean contains(long look) {
        int at = firstAt(look);
        return at < entries.length && (entries[at] & ~SLOT) == look;
    }

    /** The users who claim what looks like that, by slot. */
    int[] slots(long look) {
        int from = firstAt(look);
        int to = from;
        while (to < entries.length && (entries[to] & ~SLOT) == look) {
            to++;
        }
        return Arrays.stream(entries, from, to)
                .mapToInt(entry -> (int) (entry & SLOT))
                .toArray();
    }

    private int firstAt(long look) {
        int at = Arrays.binarySearch(entries, look);
        return at >= 0 ? at : -at - 1;
    }

    /** The users who sync without an address that is one, by slot. */
    int[] unusable() {
        return unusable.clone();
    }
}
