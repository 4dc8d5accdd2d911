package io.github.crosstie.engagement.guard;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.HashSet;
import java.util.Set;

/**
 * The active Administrators of a unit, while changes are made (G2): live users with that role who are linked to an
 * active CRM user. Not thread-safe.
 */
public final class Administrators {

    private final CrmActivity activity;

    /** Ids of users of the unit; for a user that was just made, the CRM user's. */
    private final Set<Object> ids;

    private Administrators(CrmActivity activity, Set<Object> ids) {
        this.activity = activity;
        this.ids = ids;
    }

    /**
     * The Administrators of a unit.
     *
     * @param census its users
     * @param activity who may sign in
     * @return the Administrators, to be kept up by {@link #make}
     */
    public static Administrators of(UnitCensus census, CrmActivity activity) {
        Set<Object> ids = new HashSet<>();
        census.administrators().stream()
                .filter(activity::isActive)
                .map(EngagementUser::id)
                .forEach(ids::add);
        return new Administrators(activity, ids);
    }

    Administrators copy() {
        return new Administrators(activity, new HashSet<>(ids));
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
        return ids.size() == 1 && takesOne(change);
    }

    /**
     * Whether a change makes an Administrator cease to be one.
     *
     * @param change the change
     * @return true if it does
     */
    public boolean takesOne(UserChange change) {
        if (!ids.contains(key(change))) {
            return false;
        }
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
        if (takesOne(change)) {
            ids.remove(key(change));
        } else if (makesOne(change)) {
            ids.add(key(change));
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

    private static Object key(UserChange change) {
        return change.target() == null ? change.user() : change.target();
    }

    /**
     * Whether there is none.
     *
     * @return true if there is none
     */
    public boolean isEmpty() {
        return ids.isEmpty();
    }
}
