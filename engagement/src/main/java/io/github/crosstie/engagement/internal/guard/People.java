package io.github.crosstie.engagement.internal.guard;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UniqueKey;
import io.github.crosstie.engagement.user.UserField;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CRM users as those of a unit name them: by id, or by username where a unit keeps no id. Immutable and
 * thread-safe.
 */
public final class People implements CrmActivity {

    private static final int NOBODY = -1;

    private final Directory directory;
    private final Map<String, Integer> usernames;

    private People(Directory directory, Map<String, Integer> usernames) {
        this.directory = directory;
        this.usernames = usernames;
    }

    /**
     * The users of a directory.
     *
     * @param directory who is there
     * @return the people
     */
    public static People of(Directory directory) {
        int size = directory.users().size();
        Map<String, Integer> usernames = new HashMap<>(size * 4 / 3 + 1);
        for (int slot = 0; slot < size; slot++) {
            usernames.put(UniqueKey.of(directory.users().at(slot).username()), slot);
        }
        return new People(directory, usernames);
    }

    /**
     * The people after some users changed; the same names are shared if nobody has a new one.
     *
     * @param next the later directory
     * @param changed the slots of the users who have changed
     * @return other people
     */
    public People withUsers(Directory next, BitSet changed) {
        return changed.stream().anyMatch(slot -> isRenamed(next, slot)) ? of(next) : new People(next, usernames);
    }

    private boolean isRenamed(Directory next, int slot) {
        return slot >= directory.users().size()
                || !directory
                        .users()
                        .at(slot)
                        .username()
                        .equals(next.users().at(slot).username());
    }

    /**
     * Whether no two of them go by the same name.
     *
     * @return false if a username is not unique
     */
    public boolean hasUniqueNames() {
        return usernames.size() == directory.users().size();
    }

    /**
     * Whether each name means the same user as before.
     *
     * @param earlier the people before
     * @return true if nobody has a new name
     */
    public boolean hasSameNames(People earlier) {
        return usernames == earlier.usernames;
    }

    @Override
    public boolean isActive(UserId user) {
        int slot = directory.users().slot(user);
        return slot >= 0 && directory.users().active(slot);
    }

    /**
     * Whether the CRM user that a user is mapped to can be seen.
     *
     * @param user the user of the unit
     * @return false if the user is mapped to nobody, too
     */
    public boolean isVisible(EngagementUser user) {
        return slot(user) >= 0;
    }

    @Override
    public Optional<UserId> crmUser(EngagementUser user) {
        int slot = slot(user);
        return slot < 0
                ? Optional.empty()
                : Optional.of(directory.users().at(slot).id());
    }

    /**
     * Where the directory has the CRM user that a user of a unit is mapped to.
     *
     * @param user the user of the unit
     * @return the slot; negative if nobody can be seen
     */
    public int slot(EngagementUser user) {
        @Nullable String id = user.values().value(UserField.SALESFORCE_ID);
        if (id != null) {
            return directory.users().slot(new UserId(directory.idForm().canonical(id)));
        }
        @Nullable String username = user.values().value(UserField.CRM_USERNAME);
        return username == null ? NOBODY : usernames.getOrDefault(UniqueKey.of(username), NOBODY);
    }
}
