package io.github.crosstie.diff;

import io.github.crosstie.item.Side;
import java.util.Arrays;

/**
 * The loop over all links: 64 at a time, the marks of the two sides joined word by word. Keeps the places of what differs, with the
 * status on each side, and counts all else.
 */
final class DifferingPlaces {

    private static final RecordStatus[] BY_ORDINAL = RecordStatus.values();
    private static final int STATUSES = BY_ORDINAL.length;
    private static final int UNCHANGED = RecordStatus.UNCHANGED.ordinal();
    private static final int CHANGED = RecordStatus.CHANGED.ordinal();
    private static final int GONE = RecordStatus.GONE.ordinal();
    private static final int UNSEEN = RecordStatus.UNSEEN.ordinal();
    private static final int FIRST_ROOM = 16;

    private final int[] counts = new int[STATUSES * STATUSES];
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
            if ((crmChanged | mailChanged | ~(crmSeen & mailSeen) & occupied) == 0) {
                differing.counts[UNCHANGED * STATUSES + UNCHANGED] += Long.bitCount(occupied);
            } else {
                long crmTouched = crmChanged | crm.absent(word) & occupied;
                long mailTouched = mailChanged | mail.absent(word) & occupied;
                differing.add(word, crmSeen, crmTouched, mailSeen, mailTouched);
                differing.countUntouched(occupied & ~(crmTouched | mailTouched), crmSeen, mailSeen);
            }
        }
        return differing;
    }

    private void add(int word, long crmSeen, long crmTouched, long mailSeen, long mailTouched) {
        for (long left = crmTouched | mailTouched; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            int crm = status(crmSeen >>> bit, crmTouched >>> bit);
            int mail = status(mailSeen >>> bit, mailTouched >>> bit);
            int status = crm * STATUSES + mail;
            counts[status]++;
            add((word << 6) + bit, status);
        }
    }

    private static int status(long seen, long touched) {
        if ((touched & 1) == 0) {
            return (seen & 1) == 0 ? UNSEEN : UNCHANGED;
        }
        return (seen & 1) == 0 ? GONE : CHANGED;
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
        count(UNCHANGED, UNCHANGED, untouched & crmSeen & mailSeen);
        count(UNCHANGED, UNSEEN, untouched & crmSeen & ~mailSeen);
        count(UNSEEN, UNCHANGED, untouched & ~crmSeen & mailSeen);
        count(UNSEEN, UNSEEN, untouched & ~crmSeen & ~mailSeen);
    }

    private void count(int crm, int mail, long places) {
        counts[crm * STATUSES + mail] += Long.bitCount(places);
    }

    int size() {
        return size;
    }

    int place(int index) {
        return places[index];
    }

    RecordStatus crm(int index) {
        return BY_ORDINAL[statuses[index] / STATUSES];
    }

    RecordStatus mail(int index) {
        return BY_ORDINAL[statuses[index] % STATUSES];
    }

    int count(RecordStatus crm, RecordStatus mail) {
        return counts[crm.ordinal() * STATUSES + mail.ordinal()];
    }
}
