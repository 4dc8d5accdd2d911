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
    private final BitSet affected = new BitSet();
    private final BitSet profiles = new BitSet();
    private final BitSet roles = new BitSet();
    private final BitSet groups = new BitSet();

    private AffectedUsers(Directory earlier, Directory now) {
        users = now.users();
        now.usersChangedSince(earlier).forEach(affected::set);
    }

    /** The slots of users whom a change of users alone affects. */
    static BitSet of(Directory earlier, Directory now) {
        return new AffectedUsers(earlier, now).affected;
    }

    /** The slots of users whom a change of users, claims or both affects. */
    static BitSet of(
            ClaimTable before, ClaimTable after, long[] changedConfigurations, Directory earlier, Directory now) {
        AffectedUsers found = new AffectedUsers(earlier, now);
        found.mark(before, after, changedConfigurations);
        found.markLineages(
                now.roles(), earlier.roles(), !after.unknown.sameSubtrees(before.unknown, changedConfigurations));
        after.individuals.changedUsers(before.individuals, changedConfigurations, found.affected);
        found.spread();
        return found.affected;
    }

    private void mark(ClaimTable before, ClaimTable after, long[] changedConfigurations) {
        mark(profiles, after.profiles, before.profiles, changedConfigurations);
        mark(roles, after.roles, before.roles, changedConfigurations);
        mark(roles, after.subtrees, before.subtrees, changedConfigurations);
        mark(roles, after.groupsOfRole, before.groupsOfRole, changedConfigurations);
        mark(groups, after.groups, before.groups, changedConfigurations);
    }

    private static void mark(BitSet into, Claims after, Claims before, long[] changedConfigurations) {
        for (int thing = 0; thing < after.count(); thing++) {
            if (after.differs(before, thing, changedConfigurations)) {
                into.set(thing);
            }
        }
    }

    /** Roles with unknown roles above them, if what might reach down to them changed; and those that came to be so or not. */
    private void markLineages(Roles now, Roles earlier, boolean reachChanged) {
        for (int role = 0; role < earlier.size(); role++) {
            if (now.lineageKnown(role) != earlier.lineageKnown(role) || (reachChanged && !now.lineageKnown(role))) {
                roles.set(role);
            }
        }
    }

    /** From what is claimed differently to the users of it. */
    private void spread() {
        if (profiles.isEmpty() && roles.isEmpty() && groups.isEmpty()) {
            return;
        }
        for (int slot = 0; slot < users.size(); slot++) {
            int role = users.role(slot);
            if (profiles.get(users.profile(slot)) || (role >= 0 && roles.get(role))) {
                affected.set(slot);
            }
        }
        if (!groups.isEmpty()) {
            users.forEachMembership(0, users.size(), (user, group) -> {
                if (groups.get(group)) {
                    affected.set(user);
                }
            });
        }
    }
}
