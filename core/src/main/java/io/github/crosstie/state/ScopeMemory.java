package io.github.crosstie.state;

import org.jspecify.annotations.Nullable;

/** What a collection knows beyond its records: whether it holds its mailbox. Changed by {@link StateChange}s alone. */
final class ScopeMemory {

    private @Nullable Long claimEpoch;

    ScopeMemory fork() {
        ScopeMemory copy = new ScopeMemory();
        copy.claimEpoch = claimEpoch;
        return copy;
    }

    /** Makes a change, if it is one of this part of the state. */
    boolean take(StateChange change) {
        if (change instanceof StateChange.RememberClaim claim) {
            claimEpoch = claim.epoch();
        } else if (change instanceof StateChange.ForgetClaim) {
            claimEpoch = null;
        } else {
            return false;
        }
        return true;
    }

    @Nullable
    Long claimEpoch() {
        return claimEpoch;
    }
}
