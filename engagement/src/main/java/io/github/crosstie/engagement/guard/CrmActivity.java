package io.github.crosstie.engagement.guard;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.user.EngagementUser;

/** Tells who may sign in, by what the CRM says. */
public interface CrmActivity {

    /**
     * Whether a CRM user is active.
     *
     * @param user the CRM user
     * @return false if inactive, or not visible
     */
    boolean isActive(UserId user);

    /**
     * Whether a user of the unit may sign in.
     *
     * @param user the user
     * @return false for a user who is linked to nobody, too: nobody can tell whether that one may sign in
     */
    boolean isActive(EngagementUser user);
}
