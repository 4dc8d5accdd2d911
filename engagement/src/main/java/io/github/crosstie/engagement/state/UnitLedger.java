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
 * @param optIn who opted in; null unless it did
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
     * @throws IllegalArgumentException if the unit opted in and nobody did, or the other way round
     */
    public UnitLedger {
        Objects.requireNonNull(state, "state");
        removals = List.copyOf(removals);
        spent = List.copyOf(spent);
        if ((state == UnitState.OPTED_IN) != (optIn != null)) {
            throw new IllegalArgumentException(
                    "a business unit is opted in exactly if somebody opted in; the ledger says " + state
                            + (optIn == null ? " and names nobody" : " and names somebody"));
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
        return new UnitLedger(state, null, List.of(), List.of(), 0, null);
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
