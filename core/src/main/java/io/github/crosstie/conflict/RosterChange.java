package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.Directory;
import java.util.BitSet;

/** What differs between two rosters of one organization, as far as findings depend on it. */
final class RosterChange {

    private final boolean comparable;
    private final boolean sameSurroundings;
    private final BitSet users;

    private RosterChange(boolean comparable, boolean sameSurroundings, BitSet users) {
        this.comparable = comparable;
        this.sameSurroundings = sameSurroundings;
        this.users = users;
    }

    static RosterChange between(Roster before, Roster after) {
        Directory earlier = before.directory();
        Directory now = after.directory();
        if (!now.organization().equals(earlier.organization()) || !now.continues(earlier)) {
            return new RosterChange(false, false, Slots.all(after));
        }
        BitSet users = new BitSet(now.users().size());
        now.usersChangedSince(earlier).forEach(users::set);
        boolean sameSurroundings = now.complete() == earlier.complete()
                && now.sameStructure(earlier)
                && now.profiles() == earlier.profiles()
                && after.configurations().equals(before.configurations());
        if (!sameSurroundings) {
            addClaimedOtherwise(before, after, users);
        }
        return new RosterChange(true, sameSurroundings, users);
    }

    private static void addClaimedOtherwise(Roster before, Roster after, BitSet users) {
        int known = before.directory().users().size();
        for (int slot = 0; slot < known; slot++) {
            boolean same = before.syncs(slot) == after.syncs(slot) && before.dormant(slot) == after.dormant(slot);
            if (!same) {
                users.set(slot);
            }
        }
    }

    /** Whether slots mean the same users, and the organization is what it was. */
    boolean comparable() {
        return comparable;
    }

    /**
     * Whether configurations, profiles, roles and groups are as they were, apart from the users in groups: then the answer and
     * the explanation of everybody else are as they were too.
     */
    boolean sameSurroundings() {
        return sameSurroundings;
    }

    /** Whose record, groups or claims changed: the mailboxes of the others are as they were. */
    BitSet users() {
        return users;
    }
}
