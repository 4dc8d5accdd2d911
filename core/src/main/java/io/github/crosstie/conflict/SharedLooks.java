package io.github.crosstie.conflict;

import java.util.Arrays;
import java.util.List;

/**
 * Finds what occurs in several ordered columns, or twice in one, by merging them in pairs: sequential reads only, in
 * {@code n log k} for {@code k} columns.
 */
final class SharedLooks {

    private final Looks shared = new Looks();

    private SharedLooks() {}

    /** What looks shared between any two users of these organizations, in order, each once. */
    static long[] among(List<MailboxIndex> organizations) {
        SharedLooks found = new SharedLooks();
        if (!organizations.isEmpty()) {
            found.union(organizations);
        }
        return found.shared.distinct();
    }

    private long[] union(List<MailboxIndex> organizations) {
        if (organizations.size() == 1) {
            return organizations.get(0).looks(shared);
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
                shared.add(one);
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
}
