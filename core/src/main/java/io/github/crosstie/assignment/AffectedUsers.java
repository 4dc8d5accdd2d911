package io.github.crosstie.assignment;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Users;
import java.util.BitSet;

/**
 * Which users a change can affect: those whose record or direct groups changed, and those whose profile, role, groups or own
 * claims are claimed differently than before.
 */
final class AffectedUsers {

    private final Users users;
    private final BitSet changedUsers = new BitSet();
    private final BitSet profiles = new BitSet();
    private final BitSet roles = new BitSet();
    private final BitSet groups = new BitSet();

    AffectedUsers(ClaimTable before, ClaimTable after, Directory earlier, Directory now) {
        users = now.users();
        now.usersChangedSince(earlier).forEach(changedUsers::set);
        long[] changedConfigurations = after.ranks.changedSince(before.ranks);
        mark(profiles, after.profiles, before.profiles, changedConfigurations);
        mark(roles, after.roles, before.roles, changedConfigurations);
        mark(roles, after.subtrees, before.subtrees, changedConfigurations);
        mark(roles, after.groupsOfRole, before.groupsOfRole, changedConfigurations);
        mark(groups, after.groups, before.groups, changedConfigurations);
        for (int role = 0; role < Math.min(now.roles().size(), earlier.roles().size()); role++) {
            if (now.roles().lineageKnown(role) != earlier.roles().lineageKnown(role)) {
                roles.set(role);
            }
        }
        after.individuals.changedUsers(before.individuals, changedConfigurations, changedUsers);
    }

    private static void mark(BitSet into, Claims after, Claims before, long[] changedConfigurations) {
        for (int thing = 0; thing < after.count(); thing++) {
            if (after.differs(before, thing, changedConfigurations)) {
                into.set(thing);
            }
        }
    }

    boolean contains(int slot) {
        if (changedUsers.get(slot) || profiles.get(users.profile(slot))) {
            return true;
        }
        int role = users.role(slot);
        if (role >= 0 && roles.get(role)) {
            return true;
        }
        for (int at = 0; at < users.groupCount(slot); at++) {
            if (groups.get(users.group(slot, at))) {
                return true;
            }
        }
        return false;
    }
}
