package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.Users;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The profiles to move users to who must leave the one that a configuration lists: such as no configuration lists, the one
 * with the most active users first. That is an ordinary one, as few users are administrators. Immutable.
 */
final class SpareProfiles {

    private final int[] activeUsers;
    private final List<ProfileId> best;

    private SpareProfiles(int[] activeUsers, List<ProfileId> best) {
        this.activeUsers = activeUsers;
        this.best = best;
    }

    static SpareProfiles of(Roster roster) {
        int[] activeUsers = new int[roster.directory().profiles().size()];
        count(activeUsers, roster.directory().users(), Slots.all(roster), 1);
        return new SpareProfiles(activeUsers, best(roster, activeUsers));
    }

    /** The same after a change of some users, or of the configurations. */
    SpareProfiles update(Roster before, Roster after, BitSet users) {
        int[] counts = Arrays.copyOf(activeUsers, after.directory().profiles().size());
        count(counts, before.directory().users(), users, -1);
        count(counts, after.directory().users(), users, 1);
        return new SpareProfiles(counts, best(after, counts));
    }

    private static void count(int[] counts, Users users, BitSet slots, int by) {
        int end = Math.min(users.size(), slots.length());
        for (int slot = slots.nextSetBit(0); slot >= 0 && slot < end; slot = slots.nextSetBit(slot + 1)) {
            if (users.active(slot)) {
                counts[users.profile(slot)] += by;
            }
        }
    }

    /** Two are enough: a user has one of them at most. */
    private static List<ProfileId> best(Roster roster, int[] activeUsers) {
        Directory directory = roster.directory();
        Set<String> listed = new HashSet<>();
        for (SyncConfiguration configuration : roster.configurations().configurations()) {
            for (Assignment assignment : configuration.assignments()) {
                if (assignment instanceof Assignment.OfProfile) {
                    listed.add(assignment.targetId());
                }
            }
        }
        return directory.profiles().all().stream()
                .map(Profile::id)
                .filter(profile -> !listed.contains(profile.value()))
                .sorted(Comparator.comparing((ProfileId profile) ->
                                -activeUsers[directory.profiles().slot(profile)])
                        .thenComparing(ProfileId::value))
                .limit(2)
                .toList();
    }

    /** Where to move a user, or empty if every other profile is listed. */
    Optional<ProfileId> profileFor(User user) {
        return best.stream().filter(profile -> !profile.equals(user.profile())).findFirst();
    }

    /** Whether every user would be moved to the same profile. */
    boolean agreesWith(SpareProfiles other) {
        return best.equals(other.best);
    }
}
