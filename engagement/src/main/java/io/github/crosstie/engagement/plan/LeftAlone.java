package io.github.crosstie.engagement.plan;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.user.EngagementUserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user to whom nothing is done, although something might be due.
 *
 * @param user the CRM user; null for a user of the unit whose CRM user cannot be seen
 * @param target the user of the unit whom it is about; null if there is none
 * @param code why, for programs
 * @param reason why and what to do, for people
 */
public record LeftAlone(@Nullable UserId user, @Nullable EngagementUserId target, LeftCode code, Reason reason) {

    /** Requires code and reason. */
    public LeftAlone {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
