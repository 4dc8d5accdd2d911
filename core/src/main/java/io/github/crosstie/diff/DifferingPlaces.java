package io.github.crosstie.diff;

import io.github.crosstie.item.Side;
import java.util.Arrays;

/**
 * The loop over all links: 64 at a time, the marks of the two sides joined word by word. Keeps the places of what differs, with the
 * status on each side, and counts all else.
 */
final class DifferingPlaces {

    private static final int FIRST_ROOM = 16;
    /** Bits of a status; a pair of them is the index of a count. */
    private static final int BITS = 2;

    private static final int MASK = (1 << BITS) - 1;

    private final int[] counts = new int[1 << (2 * BITS)];
    private int[] places = new int[FIRST_ROOM];
    private byte[] statuses = new byte[FIRST_ROOM];
    private int size;

    private DifferingPlaces() {}

    static DifferingPlaces of(LinkIndex links, Listing crm, Listing mail) {
        DifferingPlaces differing = new DifferingPlaces();
        long[] crmLooks = links.on(Side.CRM).looks();
        long[] mailLooks = links.on(Side.MAIL).looks();
        for (int word = 0; word << 6 < links.places(); word++) {
            long occupied = links.occupied(word);
            long crmSeen = crm.seen(word) & occupied;
            long mailSeen = mail.seen(word) & occupied;
            long crmChanged = crm.differing(word, crmLooks) & crmSeen;
            long mailChanged = mail.differing(word, mailLooks) & mailSeen;
            if ((crmChanged | mailChanged) == 0 && (crmSeen & mailSeen) == occupied) {
                differing.count(RecordStatus.UNCHANGED, RecordStatus.UNCHANGED, occupied);
            } else {
                long crmTouched = crmChanged | (crm.absent(word) & occupied);
                long mailTouched = mailChanged | (mail.absent(word) & occupied);
                differing.add(word, crmSeen, crmTouched, mailSeen, mailTouched);
                differing.countUntouched(occupied & ~(crmTouched | mailTouched), crmSeen, mailSeen);
            }
        }
        return differing;
    }

    private void add(int word, long crmSeen, long crmTouched, long mailSeen, long mailTouched) {
        for (long left = crmTouched | mailTouched; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            int status = pair(code(crmSeen >>> bit, crmTouched >>> bit), code(mailSeen >>> bit, mailTouched >>> bit));
            counts[status]++;
            add((word << 6) + bit, status);
        }
    }

    private static int code(long seen, long touched) {
        return RecordStatus.code((seen & 1) != 0, (touched & 1) != 0);
    }

    private static int pair(int crm, int mail) {
        return crm << BITS | mail;
    }

    private void add(int place, int status) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            statuses = Arrays.copyOf(statuses, 2 * size);
        }
        places[size] = place;
        statuses[size++] = (byte) status;
    }

    private void countUntouched(long untouched, long crmSeen, long mailSeen) {
        count(RecordStatus.UNCHANGED, RecordStatus.UNCHANGED, untouched & crmSeen & mailSeen);
        count(RecordStatus.UNCHANGED, RecordStatus.UNSEEN, untouched & crmSeen & ~mailSeen);
        count(RecordStatus.UNSEEN, RecordStatus.UNCHANGED, untouched & ~crmSeen & mailSeen);
        count(RecordStatus.UNSEEN, RecordStatus.UNSEEN, untouched & ~crmSeen & ~mailSeen);
    }

    private void count(RecordStatus crm, RecordStatus mail, long places) {
        counts[pair(crm.code(), mail.code())] += Long.bitCount(places);
    }

    int size() {
        return size;
    }

    int place(int index) {
        return places[index];
    }

    RecordStatus crm(int index) {
        return RecordStatus.of(statuses[index] >> BITS);
    }

    RecordStatus mail(int index) {
        return RecordStatus.of(statuses[index] & MASK);
    }

    int count(RecordStatus crm, RecordStatus mail) {
        return counts[pair(crm.code(), mail.code())];
    }
}
