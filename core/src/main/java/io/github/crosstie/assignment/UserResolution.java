package io.github.crosstie.assignment;

import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Roles;
import io.github.crosstie.directory.Users;
import java.util.BitSet;

/** Resolves users by slot against a claim table: the loop that runs for everybody. No garbage, no recursion. */
final class UserResolution {

    private final ClaimTable table;
    private final ConfigurationRanks ranks;
    private final Users users;
    private final Roles roles;
    private final boolean complete;
    private final AssignmentKind[] kinds;
    private final AssignmentOrder order;

    UserResolution(ClaimTable table, Directory directory, AssignmentOrder order) {
        this.table = table;
        ranks = table.ranks;
        users = directory.users();
        roles = directory.roles();
        complete = directory.complete();
        kinds = order.kinds().toArray(AssignmentKind[]::new);
        this.order = order;
    }

    int answer(int user) {
        int individual = table.individuals.ofUser(user);
        int profile = users.profile(user);
        int role = users.role(user);
        int only = both(individual, table.profiles.only(profile));
        boolean dormant = table.profiles.dormant(profile) || (individual >= 0 && !ranks.active(individual));
        int byGroup = Claims.NONE;
        if (role >= 0) {
            only = both(only, table.allOfRole.only(role));
            dormant |= table.allOfRole.dormant(role);
            byGroup = table.groupsOfRole.best(role);
        }
        int count = users.groupCount(user);
        for (int at = 0; at < count; at++) {
            int group = users.group(user, at);
            only = both(only, table.groups.only(group));
            dormant |= table.groups.dormant(group);
            byGroup = ranks.stronger(byGroup, table.groups.best(group));
        }
        int found = Claims.NONE;
        AssignmentKind by = AssignmentKind.USER;
        for (int at = 0; at < kinds.length && found < 0; at++) {
            by = kinds[at];
            found = best(by, individual, profile, byGroup, role);
        }
        boolean inactive = !users.active(user);
        boolean uncertain = !inactive && uncertain(role, found, by);
        return Answer.of(found, by, dormant, uncertain, only == Claims.SEVERAL, inactive);
    }

    private int best(AssignmentKind kind, int individual, int profile, int byGroup, int role) {
        return switch (kind) {
            case USER -> individual >= 0 && ranks.active(individual) ? individual : Claims.NONE;
            case PROFILE -> table.profiles.best(profile);
            case GROUP -> byGroup;
            case ROLE -> role < 0 ? Claims.NONE : table.roles.best(role);
            case ROLE_AND_SUBORDINATES -> role < 0 ? Claims.NONE : table.subtrees.best(role);
        };
    }

    /** What is left of two answers to "which one configuration claims the user?": NONE, one, or SEVERAL. */
    private static int both(int one, int other) {
        if (one == Claims.NONE || one == other) {
            return other;
        }
        return other == Claims.NONE ? one : Claims.SEVERAL;
    }

    /**
     * Whether a membership that cannot be read could mean a stronger claim than the one found (A12, G3). Never for an inactive
     * user, whom no membership makes sync, nor for one with an individual assignment, which nothing beats.
     */
    private boolean uncertain(int role, int found, AssignmentKind by) {
        if (!complete && (found < 0 || by != AssignmentKind.USER)) {
            return true;
        }
        return beats(table.unknown.group(), AssignmentKind.GROUP, found, by)
                || (role >= 0
                        && !roles.lineageKnown(role)
                        && (beats(table.unknown.subtree(), AssignmentKind.ROLE_AND_SUBORDINATES, found, by)
                                || beats(table.unknown.subtreeInGroup(), AssignmentKind.GROUP, found, by)));
    }

    /** Whether a configuration, if it claimed a user by a kind of assignment, would apply instead of the user's answer. */
    boolean beats(int possible, AssignmentKind kind, int found, AssignmentKind by) {
        if (possible < 0) {
            return false;
        }
        if (found < 0) {
            return true;
        }
        int difference = order.rank(kind) - order.rank(by);
        return difference < 0 || (difference == 0 && ranks.rank(possible) < ranks.rank(found));
    }

    /** All configurations that claim a user, leftovers of moved assignments apart. */
    BitSet claims(int user) {
        BitSet ordinals = new BitSet(ranks.count());
        int individual = table.individuals.ofUser(user);
        if (individual >= 0) {
            ordinals.set(individual);
        }
        table.profiles.addTo(ordinals, users.profile(user));
        int role = users.role(user);
        if (role >= 0) {
            table.allOfRole.addTo(ordinals, role);
        }
        for (int at = 0; at < users.groupCount(user); at++) {
            table.groups.addTo(ordinals, users.group(user, at));
        }
        return ordinals;
    }
}
