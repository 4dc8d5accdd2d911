package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UniqueKey;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.engagement.user.ValueChange;
import io.github.crosstie.role.RoleRule;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is due to one CRM user in one unit.
 *
 * @param kind what; a restoration includes the update of what differs
 * @param slot the CRM user's slot
 * @param user the CRM user
 * @param target the user of the unit; null for a creation
 * @param values what a new user gets, or what the one there has
 * @param difference what changes of the one there; nothing for creations and recyclings
 * @param because why, for people
 * @param decidedBy the rule that gives the role; null for a recycling
 */
record Wish(
        UserWriteKind kind,
        int slot,
        User user,
        @Nullable EngagementUser target,
        UserValues values,
        Difference difference,
        String because,
        @Nullable RoleRule decidedBy) {

    /** Linked users come first, then lower ids (U24). */
    static final Comparator<Wish> PRECEDENCE = Comparator.comparing((Wish wish) -> wish.target() == null)
            .thenComparing(wish -> wish.user().id());

    boolean isRecycling() {
        return kind == UserWriteKind.RECYCLE;
    }

    boolean isCreation() {
        return kind == UserWriteKind.CREATE;
    }

    @Nullable
    EngagementUserId targetId() {
        return target == null ? null : target.id();
    }

    /** The key that it takes of a unique field; null if it takes none. */
    @Nullable
    String takes(UserField field) {
        @Nullable String value = null;
        if (kind == UserWriteKind.CREATE) {
            value = values.value(field);
        } else {
            @Nullable ValueChange change = difference.changes().get(field);
            value = change == null ? null : change.after();
        }
        return value == null ? null : UniqueKey.of(value);
    }

    /** Whether it gives the role of an Administrator. */
    boolean makesAdministrator() {
        String administrator = EngagementRole.ADMINISTRATOR.name();
        if (isCreation()) {
            return administrator.equals(values.value(UserField.ROLE));
        }
        @Nullable ValueChange role = difference.changes().get(UserField.ROLE);
        return role != null && administrator.equals(role.after());
    }

    /** Whether it sets the key of a unique field free that its user has now. */
    boolean frees(UserField field) {
        return difference.changes().containsKey(field);
    }
}
