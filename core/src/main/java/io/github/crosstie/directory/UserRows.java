package io.github.crosstie.directory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where users stand, as integers by slot: profile and activity, role, direct groups. All of a user lies close together, users
 * lie one behind the other, and a changed copy shares every chunk in which nobody changed: reading everybody streams through
 * memory, and a snapshot of a million users costs a few kilobytes more than the one before. Immutable.
 *
 * <p>A chunk holds three integers a user (profile and activity, role, where the direct groups begin), one more such row that
 * says where the last groups end, and then the memberships of all its users: the group, and in the lowest bits the user. So
 * they can be read without regard to where one user ends and the next begins, which a processor cannot guess.
 */
final class UserRows {

    private static final int CHUNK = Column.CHUNK;
    private static final int SHIFT = Integer.numberOfTrailingZeros(CHUNK);
    private static final int MASK = CHUNK - 1;
    private static final int WIDTH = 3;
    private static final int ROLE = 1;
    private static final int GROUPS = 2;
    private static final int HEAD = WIDTH * (CHUNK + 1);
    private static final int[] NO_GROUPS = {};
    private static final UserRows EMPTY = new UserRows(new int[0][]);

    private final int[][] chunks;

    private UserRows(int[][] chunks) {
        this.chunks = chunks;
    }

    static UserRows empty() {
        return EMPTY;
    }

    /** The slot of the profile. */
    int profile(int user) {
        return chunks[user >> SHIFT][(user & MASK) * WIDTH] >> 1;
    }

    boolean active(int user) {
        return (chunks[user >> SHIFT][(user & MASK) * WIDTH] & 1) != 0;
    }

    /** The slot of the role, or -1. */
    int role(int user) {
        return chunks[user >> SHIFT][(user & MASK) * WIDTH + ROLE];
    }

    int groupCount(int user) {
        int[] chunk = chunks[user >> SHIFT];
        int row = (user & MASK) * WIDTH;
        return chunk[row + WIDTH + GROUPS] - chunk[row + GROUPS];
    }

    int group(int user, int at) {
        int[] chunk = chunks[user >> SHIFT];
        return chunk[chunk[(user & MASK) * WIDTH + GROUPS] + at] >> SHIFT;
    }

    /** Reads the direct groups of users, in order of users and then of groups. */
    void forEachMembership(int from, int to, Users.MembershipReader reader) {
        for (int first = from; first < to; first = (first | MASK) + 1) {
            int[] chunk = chunks[first >> SHIFT];
            int base = first & ~MASK;
            int last = Math.min(base + CHUNK, to) - base;
            int end = chunk[last * WIDTH + GROUPS];
            for (int at = chunk[(first & MASK) * WIDTH + GROUPS]; at < end; at++) {
                int membership = chunk[at];
                reader.member(base + (membership & MASK), membership >> SHIFT);
            }
        }
    }

    /** The direct groups, ascending; none beyond the end. */
    int[] groupSlots(int user) {
        if (user >> SHIFT >= chunks.length) {
            return NO_GROUPS;
        }
        int[] chunk = chunks[user >> SHIFT];
        int row = (user & MASK) * WIDTH + GROUPS;
        return Arrays.stream(chunk, chunk[row], chunk[row + WIDTH])
                .map(membership -> membership >> SHIFT)
                .toArray();
    }

    /** Adds the users whose direct groups differ from those in earlier rows, as far as those go. */
    void addRegrouped(UserRows earlier, BitSet into) {
        for (int number = 0; number < Math.min(chunks.length, earlier.chunks.length); number++) {
            int[] mine = chunks[number];
            int[] others = earlier.chunks[number];
            if (mine == others || Arrays.equals(mine, HEAD, mine.length, others, HEAD, others.length)) {
                continue; // memberships name their users, so the same ones are those of the same users
            }
            for (int at = 0; at < CHUNK; at++) {
                if (!sameGroups(mine, others, at * WIDTH + GROUPS)) {
                    into.set(number << SHIFT | at);
                }
            }
        }
    }

    private static boolean sameGroups(int[] mine, int[] others, int row) {
        return Arrays.equals(mine, mine[row], mine[row + WIDTH], others, others[row], others[row + WIDTH]);
    }

    Editor edit() {
        return new Editor();
    }

    /** Collects changes of rows; a row beyond the end makes room for more. Not thread-safe. */
    final class Editor {

        private @Nullable Open[] open = new Open[chunks.length];

        Editor stand(int user, int profile, boolean active, int role) {
            Open chunk = open(user);
            chunk.profiles[user & MASK] = profile << 1 | (active ? 1 : 0);
            chunk.roles[user & MASK] = role;
            return this;
        }

        /** Sets the direct groups, ascending. */
        Editor groups(int user, int[] slots) {
            open(user).groups[user & MASK] = slots;
            return this;
        }

        /** Sets the direct groups of exactly these users; everybody else is in none. */
        Editor onlyGroups(Map<Integer, int[]> rows) {
            for (int user = 0; user < chunks.length * CHUNK; user++) {
                if (groupCount(user) > 0 && !rows.containsKey(user)) {
                    groups(user, NO_GROUPS);
                }
            }
            rows.forEach((user, slots) -> {
                if (!Arrays.equals(groupSlots(user), slots)) {
                    groups(user, slots);
                }
            });
            return this;
        }

        private Open open(int user) {
            int number = user >> SHIFT;
            if (number >= open.length) {
                open = Arrays.copyOf(open, Math.max(number + 1, open.length + (open.length >> 1)));
            }
            @Nullable Open chunk = open[number];
            if (chunk == null) {
                chunk = new Open(number);
                open[number] = chunk;
            }
            return chunk;
        }

        UserRows build() {
            int length = open.length;
            while (length > chunks.length && open[length - 1] == null) {
                length--;
            }
            int[][] packed = Arrays.copyOf(chunks, length);
            for (int number = 0; number < length; number++) {
                Open chunk = open[number];
                if (chunk != null) {
                    packed[number] = chunk.packed();
                }
            }
            return new UserRows(packed);
        }
    }

    /** A chunk taken apart, to be changed. */
    private final class Open {

        private final int[] profiles = new int[CHUNK];
        private final int[] roles = new int[CHUNK];
        private final int[][] groups = new int[CHUNK][];

        Open(int number) {
            boolean fresh = number >= chunks.length;
            for (int at = 0; at < CHUNK; at++) {
                profiles[at] = fresh ? -1 : chunks[number][at * WIDTH];
                roles[at] = fresh ? -1 : chunks[number][at * WIDTH + ROLE];
                groups[at] = groupSlots(number << SHIFT | at);
            }
        }

        int[] packed() {
            int[] packed = new int
                    [HEAD + Arrays.stream(groups).mapToInt(each -> each.length).sum()];
            int next = HEAD;
            for (int at = 0; at < CHUNK; at++) {
                packed[at * WIDTH] = profiles[at];
                packed[at * WIDTH + ROLE] = roles[at];
                packed[at * WIDTH + GROUPS] = next;
                for (int group : groups[at]) {
                    packed[next++] = Math.multiplyExact(group, CHUNK) | at;
                }
            }
            packed[CHUNK * WIDTH + GROUPS] = next;
            return packed;
        }
    }
}
