package io.github.crosstie.benchmarks;

import io.github.crosstie.directory.Users;

/**
 * The least that resolving everybody can cost: read where each user stands, from flat arrays, and write one integer each,
 * without looking up anything.
 */
final class StreamingBound {

    private final int[] profiles;
    private final int[] roles;
    private final int[] starts;
    private final int[] groups;

    StreamingBound(Users users) {
        int count = users.size();
        profiles = new int[count];
        roles = new int[count];
        starts = new int[count + 1];
        int memberships = 0;
        for (int user = 0; user < count; user++) {
            profiles[user] = users.profile(user);
            roles[user] = users.role(user);
            memberships += users.groupCount(user);
            starts[user + 1] = memberships;
        }
        groups = new int[memberships];
        for (int user = 0; user < count; user++) {
            for (int at = 0; at < users.groupCount(user); at++) {
                groups[starts[user] + at] = users.group(user, at);
            }
        }
    }

    int[] pass() {
        int[] answers = new int[profiles.length];
        for (int user = 0; user < answers.length; user++) {
            int answer = profiles[user] ^ roles[user];
            for (int at = starts[user]; at < starts[user + 1]; at++) {
                answer ^= groups[at];
            }
            answers[user] = answer;
        }
        return answers;
    }
}
