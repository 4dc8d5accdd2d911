package io.github.crosstie.engagement.api;

import io.github.crosstie.engagement.user.EngagementUser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The users of earlier listings, by the very bytes that they were read from: a user that did not change is neither
 * parsed nor made again. Not thread-safe.
 */
final class KnownUsers {

    private final Map<Key, Known> known = new HashMap<>();
    private final Probe probe = new Probe();
    private int listing;

    /** Begins a listing. */
    void begin() {
        listing++;
    }

    /** Ends a listing that showed everybody: who was not in it is forgotten. */
    void end() {
        known.values().removeIf(entry -> entry.listing != listing);
    }

    /** The user that was read from the same bytes, or null. */
    @Nullable
    EngagementUser find(byte[] page, int from, int to) {
        Known found = known.get(probe.on(page, from, to));
        if (found == null) {
            return null;
        }
        found.listing = listing;
        return found.user;
    }

    /** Remembers a user that was not found by {@link #find} with the same arguments. */
    void put(byte[] page, int from, int to, EngagementUser user) {
        byte[] bytes = Arrays.copyOfRange(page, from, to);
        known.put(new Key(bytes, 0, bytes.length, probe.on(page, from, to).hash), new Known(user, listing));
    }

    private static final class Known {
        private final EngagementUser user;
        private int listing;

        Known(EngagementUser user, int listing) {
            this.user = user;
            this.listing = listing;
        }
    }

    /** Bytes as a key; those of a probe change from question to question, so that asking makes no garbage. */
    private static class Key {
        byte[] bytes;
        int from;
        int to;
        int hash;

        Key(byte[] bytes, int from, int to, int hash) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
            this.hash = hash;
        }

        @Override
        public final boolean equals(@Nullable Object other) {
            return other instanceof Key that && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
        }

        @Override
        public final int hashCode() {
            return hash;
        }
    }

    private static final class Probe extends Key {
        private final CRC32C checksum = new CRC32C();

        Probe() {
            super(new byte[0], 0, 0, 0);
        }

        Probe on(byte[] page, int start, int end) {
            checksum.reset();
            checksum.update(page, start, end - start);
            bytes = page;
            from = start;
            to = end;
            hash = (int) checksum.getValue();
            return this;
        }
    }
}
