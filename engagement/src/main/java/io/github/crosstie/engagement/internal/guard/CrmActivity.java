package io.github.crosstie.engagement.internal.guard;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.user.EngagementUser;
import java.util.Optional;

/** Tells who is who in the CRM, and who may sign in by what it says. */
public interface CrmActivity {

    /**
     * Whether a CRM user is active.
     *
     * @param user the CRM user
     * @return false if inactive, or not visible
     */
    boolean isActive(UserId user);

    /**
     * The CRM user that a user of the unit is mapped to.
     *
     * @param user the user of the unit
     * @return the CRM user's id; empty for a user who is mapped to nobody, or to nobody who can be seen: nobody can tell
     *     whether that one may sign in
     */
    Optional<UserId> crmUser(EngagementUser user);
}
