package io.github.crosstie.ews;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which series of ours were seen half-written, and since when. The engine goes on with them by itself, as a rule; who
 * stays behind is {@linkplain TidyingUp tidied up}. Forgotten with the connector, and told anew by the next listing of
 * everything. Thread-safe.
 */
final class Leftovers {

    private static final long MOST_MAILBOXES = 10_000;

    private final Cache<String, Map<String, Instant>> byMailbox = Caffeine.newBuilder()
            .maximumSize(MOST_MAILBOXES)
            // Its upkeep is short; the calling thread does it, so that no pool is needed.
            .executor(Runnable::run)
            .build();

    void note(Mailbox mailbox, String id) {
        byMailbox
                .get(mailbox.address(), address -> new ConcurrentHashMap<>())
                .putIfAbsent(id, mailbox.clock().instant());
    }

    void forget(Mailbox mailbox, String id) {
        Map<String, Instant> ids = byMailbox.getIfPresent(mailbox.address());
        if (ids != null) {
            ids.remove(id);
        }
    }

    /** Those that were seen first at a moment or before it, in an order that is always the same. */
    List<String> seenUntil(Mailbox mailbox, Instant moment) {
        Map<String, Instant> ids = byMailbox.getIfPresent(mailbox.address());
        return ids == null
                ? List.of()
                : ids.entrySet().stream()
                        .filter(seen -> !seen.getValue().isAfter(moment))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }
}
