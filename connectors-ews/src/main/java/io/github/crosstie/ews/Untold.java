package io.github.crosstie.ews;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;

/**
 * How often items were not told. Where none of several items is told, it is the mailbox's trouble at first; if they are
 * never told while the mailbox answers, they must not keep it where it is for good (S15). One mailbox takes nothing of
 * another one's room. Forgotten with the connector. Thread-safe.
 */
final class Untold {

    private static final long MOST_MAILBOXES = 10_000;
    private static final long MOST_ITEMS = 10_000;

    /** So often the mailbox is given time. */
    private static final int TIMES = 3;

    private final Cache<String, Cache<String, Integer>> byMailbox = cache(MOST_MAILBOXES);

    private static <T> Cache<String, T> cache(long most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                // Its upkeep is short; the calling thread does it, so that no pool is needed.
                .executor(Runnable::run)
                .build();
    }

    /** Some items were not told once more: whether each of them has been for so long that it is its own trouble. */
    boolean haveHadTime(Mailbox mailbox, Collection<String> ids) {
        Cache<String, Integer> times = byMailbox.get(mailbox.address(), address -> cache(MOST_ITEMS));
        int least = Integer.MAX_VALUE;
        for (String id : ids) {
            least = Math.min(least, times.asMap().merge(id, 1, Integer::sum));
        }
        return least > TIMES;
    }

    void wereTold(Mailbox mailbox, Collection<String> ids) {
        Cache<String, Integer> times = byMailbox.getIfPresent(mailbox.address());
        if (times != null) {
            times.invalidateAll(ids);
        }
    }
}
