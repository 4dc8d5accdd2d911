package io.github.crosstie.ews;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.ews.internal.operation.ClaimPlace;
import io.github.crosstie.ews.internal.operation.FolderKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where the folders to sync, and those of claims, were found, so that a round need not look for them: a server that
 * is asked about a folder which is not there any more says so by itself. For an hour only, as a folder that people
 * rename or throw away is still there. Thread-safe.
 */
final class KnownFolders {

    private static final long MOST = 100_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Cache<Sought, Place> places;
    private final Cache<String, ClaimPlace> claims;

    private KnownFolders(Cache<Sought, Place> places, Cache<String, ClaimPlace> claims) {
        this.places = places;
        this.claims = claims;
    }

    static KnownFolders create(Clock clock) {
        return new KnownFolders(cache(clock).build(), cache(clock).build());
    }

    private static Caffeine<Object, Object> cache(Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                // Its upkeep is short; the calling thread does it, so that no pool is needed.
                .executor(Runnable::run);
    }

    /**
     * Which folder is looked for.
     *
     * @param mailbox the address of the mailbox
     * @param parent the folder that every mailbox has: itself, or the one above it
     * @param name its name there; empty for the former
     */
    record Sought(String mailbox, String parent, String name) {

        /** Nothing of the address. */
        @Override
        public String toString() {
            return "Sought[" + parent + "]";
        }
    }

    /**
     * Where a folder was found.
     *
     * @param mailbox the id of the mailbox's top folder
     * @param folder the folder
     */
    record Place(String mailbox, FolderKey folder) {

        ScopeIdentity identity() {
            return ScopeIdentity.of(mailbox, folder.id());
        }
    }

    Optional<Place> find(Sought sought) {
        return Optional.ofNullable(places.getIfPresent(sought));
    }

    void found(Sought sought, Place place) {
        places.put(sought, place);
    }

    void forget(Sought sought) {
        places.invalidate(sought);
    }

    /** Where the claim of a mailbox is kept, as far as that is known. */
    ClaimPlace claim(String mailbox) {
        return claims.get(mailbox, unknown -> new ClaimPlace());
    }
}
