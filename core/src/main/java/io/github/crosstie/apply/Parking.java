package io.github.crosstie.apply;

import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.state.StopReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a collection is left alone as a whole, before any of its endpoints is opened and when one cannot be (F7, F8). What it knows
 * is in the store, so that every worker keeps to it. Thread-safe as far as store and ids are.
 */
@Incubating
public final class Parking {

    private final CollectionKey collection;
    private final StateStore store;
    private final Clock clock;
    private final IdSource ids;
    private final Stops stops;
    private final SyncListener listener;

    private Parking(
            CollectionKey collection,
            StateStore store,
            Clock clock,
            IdSource ids,
            RetryPolicy retries,
            SyncListener listener) {
        this.collection = collection;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        stops = new Stops(retries, ids);
        this.listener = listener;
    }

    /**
     * The parking of a collection.
     *
     * @param collection whose records of which kind
     * @param store where the state is kept
     * @param clock the time
     * @param ids where names of lease holders and chance come from
     * @param retries how long to leave alone what does not work for now
     * @param listener who is told of rounds that could not begin
     * @return the parking
     */
    public static Parking of(
            CollectionKey collection,
            StateStore store,
            Clock clock,
            IdSource ids,
            RetryPolicy retries,
            SyncListener listener) {
        return new Parking(
                Objects.requireNonNull(collection, "collection"),
                Objects.requireNonNull(store, "store"),
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(ids, "ids"),
                Objects.requireNonNull(retries, "retries"),
                Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Why no round may begin now. Takes no lease. The listener hears of it as of a round.
     *
     * @return the report of a round that was not allowed to begin, or that a store which does not answer keeps from beginning;
     *     empty if one may
     */
    public Optional<RoundReport> parked() {
        return kept().map(report -> audible(ids.next(), id -> report));
    }

    private Optional<RoundReport> kept() {
        Instant now = clock.instant();
        Optional<Pause> stored;
        try {
            stored = store.pause(collection);
        } catch (CrosstieException e) {
            return Optional.of(storeTrouble(e));
        }
        return stored.filter(pause -> pause.forbids(now)).map(pause -> RoundReport.of(Stops.stopped(pause)));
    }

    /**
     * Parks the collection, as its records cannot even be opened. The listener hears of it as of a round.
     *
     * @param trouble what the connector threw
     * @return the report of the round that could not begin
     * @throws CrosstieException the trouble itself, if it is none that a caller can plan for: a broken contract, bad input, a lost
     *     lease
     */
    public RoundReport park(CrosstieException trouble) {
        return audible(ids.next(), holder -> park(holder, trouble));
    }

    /** A round that could not begin is told as one that has begun and ended. */
    private RoundReport audible(String id, Function<String, RoundReport> round) {
        Audience audience = Audience.of(new RoundIdentity(id, collection), listener, clock);
        return audience.during(() -> audience.told(round.apply(id)));
    }

    private RoundReport park(String holder, CrosstieException trouble) {
        OutcomeCode code = Stops.code(trouble).orElseThrow(() -> broken(trouble));
        try {
            Optional<Fence> fence = store.acquire(collection, holder, clock.instant(), SyncRound.LEASE);
            if (fence.isEmpty()) {
                return stopped(code, trouble, stops.pause(trouble, null, clock.instant()));
            }
            try {
                CollectionState state = store.load(collection);
                Ledger ledger = Ledger.leased(state, store, fence.get(), clock, SyncRound.LEASE, Measures.current());
                return RoundReport.of(park(ledger, code, trouble));
            } finally {
                store.release(fence.get(), List.of(ended(Stops.reason(code))));
            }
        } catch (CrosstieException unstored) {
            if (Stops.code(unstored).isEmpty()) {
                unstored.addSuppressed(trouble);
                throw unstored;
            }
            return stopped(code, trouble, stops.pause(trouble, null, clock.instant()));
        }
    }

    /** Takes down what nobody can plan for, so that the status tells of it (S18). */
    private CrosstieException broken(CrosstieException trouble) {
        try {
            store.acquire(collection, ids.next(), clock.instant(), SyncRound.LEASE)
                    .ifPresent(fence -> store.release(fence, List.of(ended(StopReason.BROKEN))));
        } catch (CrosstieException unstored) {
            trouble.addSuppressed(unstored);
        }
        return trouble;
    }

    private StateChange ended(StopReason stop) {
        return new StateChange.EndRound(clock.instant(), stop);
    }

    private static RoundReport stopped(OutcomeCode code, CrosstieException trouble, Optional<Pause> pause) {
        return RoundReport.of(new Outcome.Stopped(
                code, Stops.message(trouble), pause.map(Pause::until).orElse(null)));
    }

    /** Stores the pause under a lease that is held already. */
    Outcome.Stopped park(Ledger ledger, OutcomeCode code, CrosstieException trouble) {
        Optional<Pause> pause = stops.pause(trouble, ledger.state().pause(), clock.instant());
        String message = pause.filter(each -> each.reason().needsAuthorization())
                .map(each -> Stops.stopped(each).message())
                .orElseGet(() -> Stops.message(trouble));
        if (pause.isPresent()) {
            try {
                ledger.commit(List.of(new StateChange.PutPause(pause.get())));
            } catch (FencedException overtaken) {
                overtaken.addSuppressed(trouble);
                throw overtaken;
            } catch (CrosstieException unstored) {
                message += "; the store does not take this down (" + Stops.message(unstored)
                        + "), so keep to the moment yourself";
            }
        }
        return new Outcome.Stopped(code, message, pause.map(Pause::until).orElse(null));
    }

    /** Why a round that holds the lease may not call anybody; empty if it may. */
    Optional<Outcome.Stopped> forbidden(CollectionState state) {
        Pause pause = state.pause();
        return pause != null && pause.forbids(clock.instant()) ? Optional.of(Stops.stopped(pause)) : Optional.empty();
    }

    /**
     * Ends a dry run that may not call anybody, as the round before it ended. Takes no lease.
     *
     * @throws CrosstieException what the stored pause says, or what the store throws
     */
    public void requireAllowed() {
        requireAllowed(store.pause(collection).orElse(null));
    }

    /** The same for a state that is loaded already. */
    void requireAllowed(CollectionState state) {
        requireAllowed(state.pause());
    }

    private void requireAllowed(@Nullable Pause pause) {
        if (pause != null && pause.forbids(clock.instant())) {
            throw Stops.trouble(pause);
        }
    }

    /** A round went through: nothing in a row has failed any more. */
    static void passed(Ledger ledger) {
        if (ledger.state().pause() != null) {
            ledger.commit(List.of(new StateChange.RemovePause()));
        }
    }

    /** The report of trouble with the store itself, which can be told to nobody but the caller. */
    RoundReport storeTrouble(CrosstieException trouble) {
        OutcomeCode code = Stops.code(trouble).orElseThrow(() -> trouble);
        return stopped(code, trouble, stops.pause(trouble, null, clock.instant()));
    }

    /**
     * Ends the pause: what was refused is mended, or somebody wants to know at once (F8). Nothing is lost by calling it in vain.
     *
     * @return true if the next round may begin; false if another worker is at the collection: try again
     * @throws CrosstieException if the store cannot be reached
     */
    public boolean resume() {
        Optional<Fence> fence = store.acquire(collection, ids.next(), clock.instant(), SyncRound.LEASE);
        if (fence.isEmpty()) {
            return false;
        }
        try {
            passed(Ledger.leased(
                    store.load(collection), store, fence.get(), clock, SyncRound.LEASE, Measures.current()));
            return true;
        } finally {
            store.release(fence.get());
        }
    }
}
