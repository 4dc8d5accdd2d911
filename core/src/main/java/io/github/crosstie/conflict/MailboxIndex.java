package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.Users;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The mailboxes that an organization's configurations claim, eight bytes each: part of a hash above the user's slot, in
 * order. Two mailboxes may look the same by accident, so whatever looks shared is read in full. Immutable.
 */
final class MailboxIndex {

    private static final int SLOT_BITS = 28;
    private static final long SLOT = (1L << SLOT_BITS) - 1;

    private final long[] entries;
    private final int[] unusable;

    private MailboxIndex(long[] entries, int[] unusable) {
        this.entries = entries;
        this.unusable = unusable;
    }

    static MailboxIndex of(Roster roster) {
        Users users = roster.directory().users();
        boolean sandbox = roster.directory().organization().environment() == Environment.SANDBOX;
        long[] entries = new long[users.size()];
        int[] unusable = new int[users.size()];
        int count = 0;
        int unusableCount = 0;
        for (int slot = 0; slot < entries.length; slot++) {
            boolean syncs = roster.effective(slot) >= 0;
            if (syncs || roster.dormant(slot)) {
                User user = users.at(slot);
                long hash = user.emailAddress()
                        .map(address -> AddressHash.of(address, sandbox))
                        .orElse(AddressHash.NONE);
                if (hash != AddressHash.NONE && user.active()) {
                    entries[count++] = hash << SLOT_BITS | slot;
                } else if (syncs) {
                    unusable[unusableCount++] = slot;
                }
            }
        }
        long[] sorted = Arrays.copyOf(entries, count);
        Arrays.sort(sorted);
        return new MailboxIndex(sorted, Arrays.copyOf(unusable, unusableCount));
    }

    /** What {@link #slots} takes, for a mailbox known in full. */
    static long look(MailboxAddress mailbox) {
        return AddressHash.of(mailbox.text(), false) << SLOT_BITS;
    }

    /** What the mailboxes look like, each once, in order. */
    long[] looks() {
        return Arrays.stream(entries).map(entry -> entry & ~SLOT).distinct().toArray();
    }

    /** What those mailboxes look like that several users claim, in order. */
    long[] sharedLooks() {
        return IntStream.range(1, entries.length)
                .filter(at -> (entries[at - 1] ^ entries[at]) <= SLOT && (entries[at - 1] ^ entries[at]) >= 0)
                .mapToLong(at -> entries[at] & ~SLOT)
                .distinct()
                .toArray();
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
