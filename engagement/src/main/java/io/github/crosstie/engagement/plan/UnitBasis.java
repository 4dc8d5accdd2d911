package io.github.crosstie.engagement.plan;

import io.github.crosstie.engagement.state.UnitState;
import java.util.Objects;

/**
 * What a unit's plan presumes.
 *
 * @param state how far the unit came on the way to User Sync
 * @param listingComplete whether all users of the unit were listed for certain (G3)
 * @param membershipsKnown whether it is known of every CRM user whether they are in each set of the unit (A12)
 * @param liveUsers how many live users were listed
 * @param releases how many tokens had been used: a token of the plan is good as long as no other one was used
 */
public record UnitBasis(
        UnitState state, boolean listingComplete, boolean membershipsKnown, int liveUsers, long releases) {

    /** Requires the state. */
    public UnitBasis {
        Objects.requireNonNull(state, "state");
    }

    /** The same after the unit opted in. */
    UnitBasis optedIn() {
        return new UnitBasis(UnitState.OPTED_IN, listingComplete, membershipsKnown, liveUsers, releases);
    }
}
