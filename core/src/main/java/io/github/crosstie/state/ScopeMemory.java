package io.github.crosstie.state;

import io.github.crosstie.configuration.ScopeSettings;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a collection knows beyond its records: whether it holds its mailbox, by which settings it was synced, what was linked
 * once, how its last round ended, where its mailbox was moved from. Changed by {@link StateChange}s alone.
 */
final class ScopeMemory {

    private final HintTable hints;
    private final ForkingMap<LinkId, LinkId> unjudged;
    private final MoveMemory move;
    private @Nullable Long claimEpoch;
    private @Nullable ScopeSettings settings;
    private @Nullable ScopeSettings formerSettings;
    private @Nullable LastRound lastRound;
    private boolean isRelinking;

    ScopeMemory() {
        hints = new HintTable();
        unjudged = new ForkingMap<>();
        move = new MoveMemory();
    }

    private ScopeMemory(ScopeMemory other) {
        hints = other.hints.fork();
        unjudged = other.unjudged.fork();
        move = other.move.fork();
        claimEpoch = other.claimEpoch;
        settings = other.settings;
        formerSettings = other.formerSettings;
        lastRound = other.lastRound;
        isRelinking = other.isRelinking;
    }

    ScopeMemory fork() {
        return new ScopeMemory(this);
    }

    /** Makes a change, if it is one of this part of the state. */
    boolean take(StateChange change) {
        if (change instanceof StateChange.RememberClaim claim) {
            claimEpoch = claim.epoch();
        } else if (change instanceof StateChange.ForgetClaim) {
            claimEpoch = null;
        } else if (change instanceof StateChange.PutHint put) {
            hints.put(put.hint());
        } else if (change instanceof StateChange.RemoveHint remove) {
            hints.remove(remove.link());
        } else if (change instanceof StateChange.EndRound end) {
            lastRound = LastRound.after(lastRound, end);
        } else if (change instanceof StateChange.BeginRelink) {
            isRelinking = true;
        } else if (change instanceof StateChange.EndRelink) {
            isRelinking = false;
        } else {
            return takeSettings(change);
        }
        return true;
    }

    private boolean takeSettings(StateChange change) {
        if (change instanceof StateChange.ChangeSettings changed) {
            changeSettings(changed.settings());
        } else if (change instanceof StateChange.AwaitJudgement await) {
            unjudged.put(await.link(), await.link());
        } else if (change instanceof StateChange.Judge judge) {
            unjudged.remove(judge.link());
        } else {
            return move.take(change);
        }
        return true;
    }

    /** While links are to be judged by older settings, a further change leaves those in place. */
    private void changeSettings(ScopeSettings changed) {
        if (!changed.equals(settings)) {
            formerSettings = unjudged.isEmpty() || formerSettings == null ? settings : formerSettings;
            settings = changed;
        } else if (unjudged.isEmpty()) {
            formerSettings = null;
        }
    }

    /** A link is stored: its records need no hint any more. */
    void linked(Link link) {
        hints.dropHintsOf(link);
    }

    /** A link is gone: nobody asks any more why it would leave, or goes back to where it came from. */
    void unlinked(LinkId link) {
        unjudged.remove(link);
        move.unlinked(link);
    }

    MoveMemory move() {
        return move;
    }

    HintTable hints() {
        return hints;
    }

    Set<LinkId> unjudged() {
        return Collections.unmodifiableSet(unjudged.keySet());
    }

    @Nullable
    Long claimEpoch() {
        return claimEpoch;
    }

    @Nullable
    ScopeSettings settings() {
        return settings;
    }

    @Nullable
    ScopeSettings formerSettings() {
        return formerSettings;
    }

    @Nullable
    LastRound lastRound() {
        return lastRound;
    }

    boolean isRelinking() {
        return isRelinking;
    }
}
