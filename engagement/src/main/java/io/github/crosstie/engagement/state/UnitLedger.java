package io.github.crosstie.engagement.state;

import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a business unit between two runs. Immutable.
 *
 * @param state how far it came
 * @param optIn who opted in by a preview; null unless somebody did, and so for a unit of which it is only known that it
 *     has opted in
 * @param removals what was taken away of late without a release, oldest first
 * @param spent the tokens that were used, oldest first; the latest few
 * @param releases how many tokens were used ever: the next token for the same changes is another one
 * @param lastWriteAt when something was last written or about to be; null if never. A listing that was begun too soon
 *     after it may not show it yet
 */
public record UnitLedger(
        UnitState state,
        @Nullable OptIn optIn,
        List<Removal> removals,
        List<ReleaseToken> spent,
        long releases,
        @Nullable Instant lastWriteAt) {

    private static final int MOST_TOKENS = 16;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if somebody opted in a unit that has not, or fewer tokens were used ever than of
     *     late
     */
    public UnitLedger {
        Objects.requireNonNull(state, "state");
        removals = List.copyOf(removals);
        spent = List.copyOf(spent);
        if (optIn != null && state != UnitState.OPTED_IN) {
            throw new IllegalArgumentException(
                    "the ledger names who opted in, and says " + state + "; leave the opt-in out, or write OPTED_IN");
        }
        if (releases < spent.size()) {
            throw new IllegalArgumentException(
                    spent.size() + " tokens were used of late, and " + releases + " ever; count all of them");
        }
    }

    /**
     * A unit of which nothing else is known.
     *
     * @param state how far it came; not opted in, as that takes a preview
     * @return the ledger
     * @throws IllegalArgumentException if it is opted in
     */
    public static UnitLedger of(UnitState state) {
        if (state == UnitState.OPTED_IN) {
            throw new IllegalArgumentException("a unit opts in by a preview that somebody confirms; if it has opted in"
                    + " in the product itself, use observedOptedIn()");
        }
        return new UnitLedger(state, null, List.of(), List.of(), 0, null);
    }

    /**
     * A unit that was seen to have opted in, in the product itself: nobody confirmed a preview of this library, so the
     * ledger names nobody. The guards hold its plans like any other's.
     *
     * @return the ledger
     */
    public static UnitLedger observedOptedIn() {
        return new UnitLedger(UnitState.OPTED_IN, null, List.of(), List.of(), 0, null);
    }

    /**
     * The same after users were assigned to the sets.
     *
     * @return a changed copy
     * @throws IllegalStateException unless no users were synced before, or by legacy settings
     */
    public UnitLedger assigned() {
        return stepTo(UnitState.ASSIGNED, null);
    }

    /**
     * The same after somebody opted in, having seen what it leads to.
     *
     * @param confirmation who did
     * @return a changed copy
     * @throws IllegalStateException unless users are assigned, and nobody has opted in before
     */
    public UnitLedger optedIn(OptIn confirmation) {
        return stepTo(UnitState.OPTED_IN, confirmation);
    }

    private UnitLedger stepTo(UnitState next, @Nullable OptIn confirmation) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("a business unit does not go from " + state + " to " + next
                    + "; the way is NO_USER_SYNC or LEGACY, then ASSIGNED, then OPTED_IN");
        }
        return new UnitLedger(next, confirmation, removals, spent, releases, lastWriteAt);
    }

    /**
     * How much was taken away of late.
     *
     * @param kind of which kind
     * @param window how far to look back
     * @param now from when
     * @return from how many users
     */
    public int removed(RemovalKind kind, Duration window, Instant now) {
        Instant from = now.minus(window);
        return removals.stream()
                .filter(removal -> removal.kind() == kind && removal.at().isAfter(from))
                .mapToInt(Removal::count)
                .sum();
    }

    /**
     * The same with something about to be written: noted before the write, so that a crash does not make it forgotten.
     *
     * @param taken how much is taken away without a release
     * @param now when
     * @param window how far any guard looks back: older removals are forgotten
     * @return a changed copy
     */
    public UnitLedger writing(List<Removal> taken, Instant now, Duration window) {
        Instant from = now.minus(window);
        List<Removal> kept = new ArrayList<>();
        removals.stream().filter(removal -> removal.at().isAfter(from)).forEach(kept::add);
        kept.addAll(taken);
        return new UnitLedger(state, optIn, kept, spent, releases, now);
    }

    /**
     * From when on a listing shows everything that was written.
     *
     * @param staleness how far listings may lag behind writes
     * @return the moment; {@link Instant#MIN} if nothing was ever written, or listings do not lag
     */
    public Instant visibleFrom(Duration staleness) {
        return lastWriteAt == null || staleness.isZero() ? Instant.MIN : lastWriteAt.plus(staleness);
    }

    /**
     * Whether a token was used.
     *
     * @param token the token
     * @return true if it is among the latest that were used
     */
    public boolean isSpent(ReleaseToken token) {
        return spent.contains(token);
    }

    /**
     * The same after a token was used.
     *
     * @param token the token
     * @return a changed copy
     */
    public UnitLedger spending(ReleaseToken token) {
        List<ReleaseToken> tokens = new ArrayList<>(spent);
        tokens.add(token);
        List<ReleaseToken> latest = tokens.subList(Math.max(0, tokens.size() - MOST_TOKENS), tokens.size());
        return new UnitLedger(state, optIn, removals, latest, releases + 1, lastWriteAt);
    }
}
