package io.github.crosstie.engagement.internal.guard;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The active Administrators of a unit, while changes are made (G2): live users with that role who are linked to an
 * active CRM user. Not thread-safe.
 */
public final class Administrators {

    private final CrmActivity activity;

    /** The CRM users behind them, by their ids in the unit; for one that was just made, by the CRM user's. */
    private final Map<Object, UserId> crmUsers;

    private Administrators(CrmActivity activity, Map<Object, UserId> crmUsers) {
        this.activity = activity;
        this.crmUsers = crmUsers;
    }

    /**
     * The Administrators of a unit.
     *
     * @param census its users
     * @param activity who may sign in
     * @return the Administrators, to be kept up by {@link #make}
     */
    public static Administrators of(UnitCensus census, CrmActivity activity) {
        Map<Object, UserId> crmUsers = new HashMap<>();
        for (EngagementUser user : census.administrators()) {
            activity.crmUser(user).filter(activity::isActive).ifPresent(active -> crmUsers.put(user.id(), active));
        }
        return new Administrators(activity, crmUsers);
    }

    Administrators copy() {
        return new Administrators(activity, new HashMap<>(crmUsers));
    }

    private static boolean isAdministrator(UserValues values) {
        return EngagementRole.ADMINISTRATOR.name().equals(values.value(UserField.ROLE));
    }

    /**
     * Whether a change would leave none although there is one now.
     *
     * @param change the change
     * @return true if it would
     */
    public boolean wouldEndWith(UserChange change) {
        Set<Object> taken = taken(change);
        return !taken.isEmpty() && taken.size() == crmUsers.size();
    }

    /**
     * Whether a change makes an Administrator cease to be one.
     *
     * @param change the change
     * @return true if it does
     */
    public boolean takesOne(UserChange change) {
        return !taken(change).isEmpty();
    }

    private Set<Object> taken(UserChange change) {
        return takesTheRole(change) ? keys(change) : Set.of();
    }

    private static boolean takesTheRole(UserChange change) {
        return change instanceof UserChange.Recycle
                || (change instanceof UserChange.Update update
                        && update.difference()
                                .get(UserField.ROLE)
                                .filter(role ->
                                        !EngagementRole.ADMINISTRATOR.name().equals(role.after()))
                                .isPresent());
    }

    /**
     * Takes a change into account that was made.
     *
     * @param change the change
     */
    public void make(UserChange change) {
        if (makesOne(change)) {
            crmUsers.put(change.target() == null ? change.user() : change.target(), change.user());
        } else {
            crmUsers.keySet().removeAll(taken(change));
        }
    }

    private boolean makesOne(UserChange change) {
        if (!activity.isActive(change.user())) {
            return false;
        }
        if (change instanceof UserChange.Create create) {
            return isAdministrator(create.values());
        }
        if (change instanceof UserChange.Restore restore) {
            return isAdministrator(restore.values());
        }
        return change instanceof UserChange.Update update
                && update.difference()
                        .get(UserField.ROLE)
                        .filter(role -> EngagementRole.ADMINISTRATOR.name().equals(role.after()))
                        .isPresent();
    }

    /** Whom of them a change is about. The way back from a creation knows the new user by the CRM user only. */
    private Set<Object> keys(UserChange change) {
        @Nullable EngagementUserId target = change.target();
        if (target != null) {
            return crmUsers.containsKey(target) ? Set.of(target) : Set.of();
        }
        return crmUsers.entrySet().stream()
                .filter(each -> each.getValue().equals(change.user()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Whether there is none.
     *
     * @return true if there is none
     */
    public boolean isEmpty() {
        return crmUsers.isEmpty();
    }
}
