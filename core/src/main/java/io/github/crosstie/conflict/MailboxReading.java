package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Users;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads which mailboxes users claim, in the order of their slots. Works in blocks and step by step, user, text, characters, so
 * that memory is asked for many users at once instead of for one after the other.
 */
final class MailboxReading {

    private static final int BLOCK = 64;

    private final Roster roster;
    private final Users users;
    private final boolean sandbox;
    private final MailboxHash hash;

    private final int[] block = new int[BLOCK];
    private final @Nullable String[] addresses = new String[BLOCK];
    private final int[] lengths = new int[BLOCK];
    private int blockSize;

    private final long[] entries;
    private int count;
    private int[] unusable = new int[8];
    private int unusableCount;

    private MailboxReading(Roster roster, int most, MailboxHash hash) {
        this.roster = roster;
        this.hash = hash;
        users = roster.directory().users();
        sandbox = roster.directory().organization().environment() == Environment.SANDBOX;
        entries = new long[most];
    }

    /** Reads some users; slots beyond the last user are nobody. */
    static MailboxReading of(Roster roster, BitSet slots, MailboxHash hash) {
        MailboxReading reading = new MailboxReading(roster, slots.cardinality(), hash);
        int end = Math.min(slots.length(), reading.users.size());
        for (int slot = slots.nextSetBit(0); slot >= 0 && slot < end; slot = slots.nextSetBit(slot + 1)) {
            if (reading.claims(slot)) {
                reading.add(slot);
            }
        }
        reading.readBlock();
        return reading;
    }

    private boolean claims(int slot) {
        return roster.syncs(slot) || (roster.dormant(slot) && users.active(slot));
    }

    private void add(int slot) {
        block[blockSize++] = slot;
        if (blockSize == BLOCK) {
            readBlock();
        }
    }

    private void readBlock() {
        for (int at = 0; at < blockSize; at++) {
            addresses[at] = users.at(block[at]).emailAddress().orElse(null);
        }
        for (int at = 0; at < blockSize; at++) {
            @Nullable String address = addresses[at];
            lengths[at] = address == null ? 0 : address.length();
        }
        for (int at = 0; at < blockSize; at++) {
            @Nullable String address = addresses[at];
            read(block[at], address == null || lengths[at] == 0 ? AddressHash.NONE : hash.of(address, sandbox));
        }
        blockSize = 0;
    }

    private void read(int slot, long number) {
        if (number != AddressHash.NONE) {
            entries[count++] = MailboxIndex.entry(number, slot);
        } else if (roster.syncs(slot)) {
            unusable = unusableCount < unusable.length ? unusable : Arrays.copyOf(unusable, 2 * unusableCount);
            unusable[unusableCount++] = slot;
        }
    }

    /** The entries of an index, by slot. */
    long[] entries() {
        return count == entries.length ? entries : Arrays.copyOf(entries, count);
    }

    /** The users who sync without an address that is one, by slot. */
    int[] unusable() {
        return Arrays.copyOf(unusable, unusableCount);
    }
}
