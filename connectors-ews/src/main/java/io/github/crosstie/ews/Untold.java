package io.github.crosstie.ews;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;

/**
 * How often items were not told. Where none of several items is told, it is the mailbox's trouble at first; if they are
 * never told while the mailbox answers, they must not keep it where it is for good (S15). Forgotten with the connector.
 * Thread-safe.
 */
final class Untold {

    private static final long MOST = 10_000;

    /** So often the mailbox is given time. */
    private static final int TIMES = 3;

    private final Cache<String, Integer> times = Caffeine.newBuilder()
            .maximumSize(MOST)
            // Its upkeep is short; the calling thread does it, so that no pool is needed.
            .executor(Runnable::run)
            .build();

    /** Some items were not told once more: whether each of them has been for so long that it is its own trouble. */
    boolean haveHadTime(Collection<String> ids) {
        int least = Integer.MAX_VALUE;
        for (String id : ids) {
            least = Math.min(least, times.asMap().merge(id, 1, Integer::sum));
        }
        return least > TIMES;
    }

    void wereTold(Collection<String> ids) {
        times.invalidateAll(ids);
    }
}
