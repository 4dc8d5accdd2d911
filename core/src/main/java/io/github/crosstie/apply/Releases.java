package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.Release;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Shows the deletions of a collection that wait for a person, and takes that person's word (S11, S13). Calls the store alone, no
 * side; the next round does the rest. Thread-safe as far as the store is.
 */
@Incubating
public final class Releases {

    private final CollectionKey collection;
    private final StateStore store;
    private final Clock clock;
    private final IdSource ids;

    private Releases(CollectionKey collection, StateStore store, Clock clock, IdSource ids) {
        this.collection = collection;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The releases of a collection.
     *
     * @param collection whose records of which kind
     * @param store where the state is kept
     * @param clock the time
     * @param ids where names of lease holders come from
     * @return the releases
     */
    public static Releases of(CollectionKey collection, StateStore store, Clock clock, IdSource ids) {
        return new Releases(
                Objects.requireNonNull(collection, "collection"),
                Objects.requireNonNull(store, "store"),
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(ids, "ids"));
    }

    /**
     * What waits for a release, as the last round left it. Takes no lease.
     *
     * @return the held deletions with their token; empty if there are none
     * @throws io.github.crosstie.fault.CrosstieException if the store cannot be reached
     */
    public Optional<HeldDeletions> held() {
        Hold hold = store.load(collection).hold();
        Instant since = hold.deletions().stream()
                .map(HeldDeletion::since)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        Release release = hold.release();
        return hold.token()
                .map(token -> new HeldDeletions(
                        collection, token, since, hold.deletions(), release == null ? null : release.token()));
    }

    /**
     * Releases held deletions: the next round makes them, as far as they are the same then, and no others. The token is good for
     * what it was given for, whatever was held later, and is good once. A release that follows another before a round replaces it.
     *
     * @param token the token, from {@link #held}, a plan or a report
     * @return what came of it
     * @throws io.github.crosstie.fault.CrosstieException if the store cannot be reached
     */
    public ReleaseResult release(ReleaseToken token) {
        Objects.requireNonNull(token, "token");
        Optional<Fence> fence = store.acquire(collection, ids.next(), clock.instant(), SyncRound.LEASE);
        if (fence.isEmpty()) {
            return new ReleaseResult.Refused(
                    ReleaseResult.Reason.LEASED_ELSEWHERE,
                    "another worker is at " + collection + "; release again when its round is through");
        }
        try {
            return release(token, fence.get());
        } finally {
            store.release(fence.get());
        }
    }

    private ReleaseResult release(ReleaseToken token, Fence fence) {
        Hold hold = store.load(collection).hold();
        if (hold.spent().contains(token)) {
            return new ReleaseResult.Refused(
                    ReleaseResult.Reason.USED, "the token was used before, and is good once" + instead(hold));
        }
        Optional<Hold.Offer> offer = hold.offer(token);
        if (offer.isEmpty()) {
            return new ReleaseResult.Refused(
                    ReleaseResult.Reason.UNKNOWN,
                    "the token stands for no deletion that " + collection + " holds now" + instead(hold));
        }
        int deletions = hold.offered(offer.get().number()).size();
        store.commit(fence, List.of(new StateChange.PutHold(hold.releasing(offer.get(), clock.instant()))));
        return new ReleaseResult.Accepted(token, deletions, offer.get().size() - deletions);
    }

    /** Gives no token away: a program that tries again with it would release what no person has seen. */
    private static String instead(Hold hold) {
        return hold.token().isPresent()
                ? "; let a person look at Crosstie.heldDeletions, which has the token of what is held now"
                : "; nothing is held now, so there is nothing to release";
    }
}
