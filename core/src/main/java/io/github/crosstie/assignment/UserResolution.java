package io.github.crosstie.assignment;

import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Users;
import java.util.BitSet;

/** Resolves users by slot against a claim table: the loop that runs for everybody. No garbage, no recursion. */
final class UserResolution {

    private static final int SIGN = Integer.SIZE - 1;

    private final ClaimTable table;
    private final Users users;
    private final long[] profileWords;
    private final long[] roleWords;
    private final long[] groupWords;
    private final int[] answers;
    private final int certainFrom;
    private final int certainFromBelowUnknownRoles;

    UserResolution(ClaimTable table, Directory directory) {
        this.table = table;
        users = directory.users();
        profileWords = table.profileWords;
        roleWords = table.roleWords;
        groupWords = table.groupWords;
        answers = table.answers;
        certainFrom = certainFrom(directory.complete());
        certainFromBelowUnknownRoles = Math.max(certainFrom, reachingDown());
    }

    /**
     * The least strength of a claim that no membership that cannot be read could beat (A12, G3). In an incomplete directory
     * only an individual assignment is certain: nothing beats it.
     */
    private int certainFrom(boolean complete) {
        int unknownGroup = table.strengths.of(AssignmentKind.GROUP, table.unknown.group());
        return complete ? unknownGroup : Math.max(unknownGroup, table.strengths.ofAnyIndividual());
    }

    /** The same for who has unknown roles above: whatever claims a subtree might mean them. */
    private int reachingDown() {
        return Math.max(
                table.strengths.of(AssignmentKind.ROLE_AND_SUBORDINATES, table.unknown.subtree()),
                table.strengths.of(AssignmentKind.GROUP, table.unknown.subtreeInGroup()));
    }

    /** The answer of one user. */
    int answer(int user) {
        int individual = table.individuals.ofUser(user);
        long word = individual < 0 ? ClaimWord.NONE : table.strengths.word(AssignmentKind.USER, individual);
        long greatest = word;
        long all = word;
        word = profileWords[users.profile(user)];
        greatest = Math.max(greatest, word);
        all |= word;
        word = roleWords[users.role(user) + 1];
        greatest = Math.max(greatest, word);
        all |= word;
        int count = users.groupCount(user);
        for (int at = 0; at < count; at++) {
            word = groupWords[users.group(user, at)];
            greatest = Math.max(greatest, word);
            all |= word;
        }
        return answer(user, greatest, all);
    }

    /**
     * The answers of users in a row: of their own profiles and roles first, then along all memberships, as where one user's
     * groups end is what a processor guesses wrong most often. Only then those whom a configuration lists individually.
     *
     * @param first the slot of the first user
     * @param into receives the answers; its length says of how many
     * @param greatest space to work in, at least as long
     * @param all space to work in, at least as long
     */
    void answers(int first, int[] into, long[] greatest, long[] all) {
        int count = into.length;
        for (int at = 0; at < count; at++) {
            long ofProfile = profileWords[users.profile(first + at)];
            long ofRole = roleWords[users.role(first + at) + 1];
            greatest[at] = Math.max(ofProfile, ofRole);
            all[at] = ofProfile | ofRole;
        }
        users.forEachMembership(first, first + count, (user, group) -> {
            long word = groupWords[group];
            greatest[user - first] = Math.max(greatest[user - first], word);
            all[user - first] |= word;
        });
        for (int at = 0; at < count; at++) {
            into[at] = answer(first + at, greatest[at], all[at]);
        }
        BitSet listed = table.individuals.users();
        int user = listed.nextSetBit(first);
        while (user >= 0 && user < first + count) {
            into[user - first] = answer(user);
            user = listed.nextSetBit(user + 1);
        }
    }

    private int answer(int user, long greatest, long all) {
        int strength = ClaimWord.strength(greatest);
        int certain = ClaimWord.unknownLineage(all) ? certainFromBelowUnknownRoles : certainFrom;
        return Answer.with(
                answers[strength],
                ClaimWord.dormant(all),
                (strength - certain) >>> SIGN,
                ClaimWord.contested(all),
                users.active(user) ? 0 : 1);
    }

    /** Whether a configuration, if it claimed a user by a kind of assignment, would apply instead of the user's answer. */
    boolean beats(int possible, AssignmentKind kind, int found, AssignmentKind by) {
        return table.strengths.of(kind, possible) > table.strengths.of(by, found);
    }

    /** All configurations that claim a user, leftovers of moved assignments apart. */
    BitSet claims(int user) {
        BitSet ordinals = new BitSet(table.ranks.count());
        int individual = table.individuals.ofUser(user);
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
