package io.github.crosstie.engagement.apply;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.plan.Reason;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user who is not as the CRM says.
 *
 * @param kind in what way
 * @param user the CRM user; null if it cannot be seen
 * @param target the user of the unit; null if there is none
 * @param fields the fields that differ; empty unless that is the kind
 * @param reason why it should be otherwise, or why nobody can tell
 */
public record Drift(
        Kind kind, @Nullable UserId user, @Nullable EngagementUserId target, Set<UserField> fields, Reason reason) {

    /** In what way a user is not as the CRM says. */
    public enum Kind {
        /** Should be there, and is not. */
        MISSING,
        /** Should be there, and is in the recycle bin. */
        IN_RECYCLE_BIN,
        /** Is there with other values. */
        DIFFERENT,
        /** Is there, and should not be. */
        SURPLUS,
        /** Something stands in the way, so that nothing would be done. */
        UNRESOLVED
    }

    /** Copies the fields. */
    public Drift {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        Set<UserField> copy = EnumSet.noneOf(UserField.class);
        copy.addAll(fields);
        fields = Collections.unmodifiableSet(copy);
    }
}
