package io.github.crosstie.benchmarks;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Users;

/**
 * The users of each profile and role, and those whom each group lists: slots, list behind list. The list of a number lies from
 * {@code start[number]} to {@code start[number + 1]}.
 */
final class UserLists {

    /**
     * Lists of one kind.
     *
     * @param start where the list of each number begins
     * @param slots the users
     */
    @SuppressWarnings("ArrayRecordComponent") // read in hot loops, never compared as a record
    record Lists(int[] start, int[] slots) {}

    /** Counts first, then places: the two passes that make lists without moving anything twice. */
    private static final class Filling {
        final int[] start;
        int[] slots = {};

        Filling(int numbers) {
            start = new int[numbers + 2];
        }

        void count(int number) {
            start[number + 2]++;
        }

        void open() {
            for (int number = 2; number < start.length; number++) {
                start[number] += start[number - 1];
            }
            slots = new int[start[start.length - 1]];
        }

        void place(int number, int user) {
            slots[start[number + 1]++] = user;
        }

        Lists done() {
            return new Lists(start, slots);
        }
    }

    final Lists ofProfile;
    final Lists ofRole;
    final Lists ofGroup;

    UserLists(Directory directory) {
        Users users = directory.users();
        Filling profiles = new Filling(directory.profiles().size());
        Filling roles = new Filling(directory.roles().size());
        Filling groups = new Filling(directory.groups().size());
        for (int user = 0; user < users.size(); user++) {
            profiles.count(users.profile(user));
            if (users.role(user) >= 0) {
                roles.count(users.role(user));
            }
            for (int at = 0; at < users.groupCount(user); at++) {
                groups.count(users.group(user, at));
            }
        }
        profiles.open();
        roles.open();
        groups.open();
        for (int user = 0; user < users.size(); user++) {
            profiles.place(users.profile(user), user);
            if (users.role(user) >= 0) {
                roles.place(users.role(user), user);
            }
            for (int at = 0; at < users.groupCount(user); at++) {
                groups.place(users.group(user, at), user);
            }
        }
        ofProfile = profiles.done();
        ofRole = roles.done();
        ofGroup = groups.done();
    }
}
