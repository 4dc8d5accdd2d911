package io.github.crosstie.conflict;

import java.util.Arrays;
import java.util.List;

/**
 * Finds what occurs in several ordered columns, or twice in one, by merging them in pairs: sequential reads only, in
 * {@code n log k} for {@code k} columns.
 */
final class SharedLooks {

    private long[] shared = new long[64];
    private int count;

    private SharedLooks() {}

    /** What looks shared between any two users of these organizations, in order, each once. */
    static long[] among(List<MailboxIndex> organizations) {
        SharedLooks found = new SharedLooks();
        for (MailboxIndex organization : organizations) {
            for (long look : organization.sharedLooks()) {
                found.add(look);
            }
        }
        found.union(organizations);
        return Arrays.stream(found.shared, 0, found.count).sorted().distinct().toArray();
    }

    private long[] union(List<MailboxIndex> organizations) {
        if (organizations.isEmpty()) {
            return new long[0];
        }
        if (organizations.size() == 1) {
            return organizations.get(0).looks();
        }
        int middle = organizations.size() / 2;
        return merge(
                union(organizations.subList(0, middle)), union(organizations.subList(middle, organizations.size())));
    }

    private long[] merge(long[] left, long[] right) {
        long[] merged = new long[left.length + right.length];
        int size = 0;
        int atLeft = 0;
        int atRight = 0;
        while (atLeft < left.length && atRight < right.length) {
            long one = left[atLeft];
            long other = right[atRight];
            if (one == other) {
                add(one);
            }
            merged[size++] = Math.min(one, other);
            atLeft += one <= other ? 1 : 0;
            atRight += other <= one ? 1 : 0;
        }
        System.arraycopy(left, atLeft, merged, size, left.length - atLeft);
        size += left.length - atLeft;
        System.arraycopy(right, atRight, merged, size, right.length - atRight);
        size += right.length - atRight;
        return Arrays.copyOf(merged, size);
    }

    private void add(long look) {
        if (count == shared.length) {
            shared = Arrays.copyOf(shared, 2 * count);
        }
        shared[count++] = look;
    }
}
