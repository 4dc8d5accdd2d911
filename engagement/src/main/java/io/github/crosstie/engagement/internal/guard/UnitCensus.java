package io.github.crosstie.engagement.internal.guard;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UserField;
import java.util.ArrayList;
import java.util.List;

/**
 * What the guards know of a unit's users, counted once for a listing.
 *
 * @param live how many live users there are
 * @param linked how many of them are mapped to somebody in the CRM
 * @param administrators the live users who are Administrators, whether or not they may sign in
 */
public record UnitCensus(int live, int linked, List<EngagementUser> administrators) {

    /** Copies the list. */
    public UnitCensus {
        administrators = List.copyOf(administrators);
    }

    /**
     * Counts.
     *
     * @param listing the unit's users
     * @return the census
     */
    public static UnitCensus of(UnitListing listing) {
        int live = 0;
        int linked = 0;
        List<EngagementUser> administrators = new ArrayList<>();
        for (EngagementUser user : listing.users()) {
            if (user.recycled()) {
                continue;
            }
            live++;
            linked += user.isMapped() ? 1 : 0;
            if (EngagementRole.ADMINISTRATOR.name().equals(user.values().value(UserField.ROLE))) {
                administrators.add(user);
            }
        }
        return new UnitCensus(live, linked, administrators);
    }
}
