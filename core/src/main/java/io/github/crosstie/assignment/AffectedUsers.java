package io.github.crosstie.assignment;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Roles;
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

    AffectedUsers(ClaimTable before, ClaimTable after, long[] changedConfigurations, Directory earlier, Directory now) {
        users = now.users();
        now.usersChangedSince(earlier).forEach(changedUsers::set);
        mark(profiles, after.profiles, before.profiles, changedConfigurations);
        mark(roles, after.roles, before.roles, changedConfigurations);
        mark(roles, after.subtrees, before.subtrees, changedConfigurations);
        mark(roles, after.groupsOfRole, before.groupsOfRole, changedConfigurations);
        mark(groups, after.groups, before.groups, changedConfigurations);
        markLineages(now.roles(), earlier.roles(), !after.unknown.sameSubtrees(before.unknown, changedConfigurations));
        after.individuals.changedUsers(before.individuals, changedConfigurations, changedUsers);
    }

    /** Roles with unknown roles above them, if what might reach down to them changed; and those that came to be so or not. */
    private void markLineages(Roles now, Roles earlier, boolean reachChanged) {
        for (int role = 0; role < earlier.size(); role++) {
            if (now.lineageKnown(role) != earlier.lineageKnown(role) || (reachChanged && !now.lineageKnown(role))) {
                roles.set(role);
            }
        }
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
