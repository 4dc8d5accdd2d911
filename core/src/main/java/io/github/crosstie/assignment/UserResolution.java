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
    private final boolean anyIndividual;
    private final AssignmentKind[] kinds;
    private final AssignmentOrder order;

    UserResolution(ClaimTable table, Directory directory, AssignmentOrder order) {
        this.table = table;
        ranks = table.ranks;
        users = directory.users();
        roles = directory.roles();
        complete = directory.complete();
        anyIndividual = table.individuals.anyUser();
        kinds = order.kinds().toArray(AssignmentKind[]::new);
        this.order = order;
    }

    int answer(int user) {
        int found = Claims.NONE;
        AssignmentKind by = AssignmentKind.USER;
        for (int at = 0; at < kinds.length && found < 0; at++) {
            by = kinds[at];
            found = best(by, user);
        }
        return Answer.of(
                found,
                by,
                dormant(user),
                uncertain(user, found, by),
                contested(user),
                !users.at(user).active());
    }

    private int best(AssignmentKind kind, int user) {
        int role = users.role(user);
        return switch (kind) {
            case USER -> {
                int individual = individual(user);
                yield individual >= 0 && ranks.active(individual) ? individual : Claims.NONE;
            }
            case PROFILE -> table.profiles.best(users.profile(user));
            case GROUP -> bestGroup(user, role);
            case ROLE -> role < 0 ? Claims.NONE : table.roles.best(role);
            case ROLE_AND_SUBORDINATES -> role < 0 ? Claims.NONE : table.subtrees.best(role);
        };
    }

    private int individual(int user) {
        return anyIndividual ? table.individuals.ofUser(user) : Claims.NONE;
    }

    private int bestGroup(int user, int role) {
        int best = role < 0 ? Claims.NONE : table.groupsOfRole.best(role);
        for (int at = 0; at < users.groupCount(user); at++) {
            best = ranks.stronger(best, table.groups.best(users.group(user, at)));
        }
        return best;
    }

    private boolean dormant(int user) {
        int individual = individual(user);
        if (individual >= 0 && !ranks.active(individual)) {
            return true;
        }
        int role = users.role(user);
        if (table.profiles.dormant(users.profile(user))
                || (role >= 0
                        && (table.roles.dormant(role)
                                || table.subtrees.dormant(role)
                                || table.groupsOfRole.dormant(role)))) {
            return true;
        }
        for (int at = 0; at < users.groupCount(user); at++) {
            if (table.groups.dormant(users.group(user, at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether more than one configuration claims the user, dormant ones included. */
    private boolean contested(int user) {
        int role = users.role(user);
        int only = both(individual(user), table.profiles.only(users.profile(user)));
        if (role >= 0) {
            only = both(only, table.roles.only(role));
            only = both(only, table.subtrees.only(role));
            only = both(only, table.groupsOfRole.only(role));
        }
        for (int at = 0; at < users.groupCount(user); at++) {
            only = both(only, table.groups.only(users.group(user, at)));
        }
        return only == Claims.SEVERAL;
    }

    private static int both(int one, int other) {
        if (one == Claims.NONE || one == other) {
            return other;
        }
        return other == Claims.NONE ? one : Claims.SEVERAL;
    }

    /** Whether a membership that cannot be read could mean a stronger claim than the one found (A12, G3). */
    private boolean uncertain(int user, int found, AssignmentKind by) {
        if (!complete && (found < 0 || by != AssignmentKind.USER)) {
            return true;
        }
        if (beats(table.unknownGroup(), AssignmentKind.GROUP, found, by)) {
            return true;
        }
        int role = users.role(user);
        return role >= 0
                && !roles.lineageKnown(role)
                && (beats(table.anySubtree(), AssignmentKind.ROLE_AND_SUBORDINATES, found, by)
                        || beats(table.subtreeGroup(), AssignmentKind.GROUP, found, by));
    }

    private boolean beats(int possible, AssignmentKind kind, int found, AssignmentKind by) {
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
        int individual = individual(user);
        if (individual >= 0) {
            ordinals.set(individual);
        }
        table.profiles.addTo(ordinals, users.profile(user));
        int role = users.role(user);
        if (role >= 0) {
            table.roles.addTo(ordinals, role);
            table.subtrees.addTo(ordinals, role);
            table.groupsOfRole.addTo(ordinals, role);
        }
        for (int at = 0; at < users.groupCount(user); at++) {
            table.groups.addTo(ordinals, users.group(user, at));
        }
        return ordinals;
    }
}
