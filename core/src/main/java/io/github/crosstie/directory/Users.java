package io.github.crosstie.directory;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The users of a directory. Each has a slot: a dense integer that stays the same through updates. Bulk work reads profile,
 * role and direct groups by slot, without touching a record. Immutable.
 */
public final class Users {

    /** Receives memberships, one after the other. */
    @FunctionalInterface
    public interface MembershipReader {
        /**
         * Receives that a group lists a user directly.
         *
         * @param user the user's slot
         * @param group the group's slot in {@link Groups}
         */
        void member(int user, int group);
    }

    private final SlotIndex<UserId> index;
    private final Column<User> records;
    private final UserRows rows;

    private Users(SlotIndex<UserId> index, Column<User> records, UserRows rows) {
        this.index = index;
        this.records = records;
        this.rows = rows;
    }

    static Users empty() {
        return new Users(SlotIndex.empty(), Column.empty(), UserRows.empty());
    }

    /** These users with more or other ones; profiles and roles must have a slot for every id that they name. */
    Users with(Collection<User> changed, Profiles profileSlots, Roles roleSlots) {
        if (changed.isEmpty()) {
            return this;
        }
        SlotIndex<UserId> slots = index.plus(changed.stream()
                .map(User::id)
                .filter(id -> index.slot(id) < 0)
                .distinct()
                .toList());
        Map<Integer, User> changedRecords = new LinkedHashMap<>();
        UserRows.Editor changedRows = rows.edit();
        for (User user : changed) {
            int slot = slots.slot(user.id());
            changedRecords.put(slot, user);
            changedRows.stand(
                    slot,
                    profileSlots.slot(user.profile()),
                    user.active(),
                    user.role().map(roleSlots::slot).orElse(-1));
        }
        return new Users(slots, records.with(changedRecords), changedRows.build());
    }

    /** These users with other direct groups. */
    Users withGroups(Map<Integer, int[]> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        UserRows.Editor changedRows = rows.edit();
        changed.forEach(changedRows::groups);
        return new Users(index, records, changedRows.build());
    }

    /** These users in exactly these direct groups; whoever is in the same as before stays where they are. */
    Users regrouped(Map<Integer, int[]> all) {
        return new Users(index, records, rows.edit().onlyGroups(all).build());
    }

    /** Whether every slot of an earlier snapshot holds the user of the same id here. */
    boolean keepsSlotsOf(Users earlier) {
        return index == earlier.index
                || (size() >= earlier.size()
                        && IntStream.range(0, earlier.size())
                                .allMatch(slot -> records.sharesChunk(earlier.records, slot)
                                        || at(slot).id().equals(earlier.at(slot).id())));
    }

    /** The direct groups of a user, ascending. */
    int[] groupSlots(int slot) {
        return rows.groupSlots(slot);
    }

    /** The slots whose record or direct groups differ from an earlier snapshot of the same lineage. */
    BitSet changedSince(Users earlier) {
        BitSet changed = new BitSet(size());
        records.addDifferences(earlier.records, changed);
        rows.addRegrouped(earlier.rows, changed);
        return changed;
    }

    /**
     * How many users there are.
     *
     * @return the number of users, inactive ones included
     */
    public int size() {
        return records.size();
    }

    /**
     * The slot of a user.
     *
     * @param id the id
     * @return the slot, or -1 if there is no such user
     */
    public int slot(UserId id) {
        return index.slot(id);
    }

    /**
     * The user in a slot.
     *
     * @param slot 0 to {@link #size} - 1
     * @return the user
     * @throws IndexOutOfBoundsException if there is no such slot
     */
    public User at(int slot) {
        @Nullable User user = slot < 0 ? null : records.get(slot);
        if (user == null) {
            throw new IndexOutOfBoundsException("no user in slot " + slot + " of " + size());
        }
        return user;
    }

    /**
     * The user of an id.
     *
     * @param id the id
     * @return the user, or empty if there is no such user
     */
    public Optional<User> find(UserId id) {
        int slot = index.slot(id);
        return slot < 0 ? Optional.empty() : Optional.of(at(slot));
    }

    /**
     * All users, in slot order.
     *
     * @return an unmodifiable view
     */
    public List<User> all() {
        return Collections.unmodifiableList(new AbstractList<>() {
            @Override
            public User get(int slot) {
                return at(slot);
            }

            @Override
            public int size() {
                return Users.this.size();
            }
        });
    }

    /**
     * The profile of a user.
     *
     * @param slot the user's slot
     * @return the profile's slot in {@link Profiles}
     */
    public int profile(int slot) {
        return rows.profile(slot);
    }

    /**
     * Whether a user is active, without touching the record (A9).
     *
     * @param slot the user's slot
     * @return true if active
     */
    public boolean active(int slot) {
        return rows.active(slot);
    }

    /**
     * The role of a user.
     *
     * @param slot the user's slot
     * @return the role's slot in {@link Roles}, or -1 for a user without a role
     */
    public int role(int slot) {
        return rows.role(slot);
    }

    /**
     * How many groups list a user directly.
     *
     * @param slot the user's slot
     * @return the number of groups
     */
    public int groupCount(int slot) {
        return rows.groupCount(slot);
    }

    /**
     * One of the groups that list a user directly.
     *
     * @param slot the user's slot
     * @param at 0 to {@link #groupCount} - 1
     * @return the group's slot in {@link Groups}; ascending with {@code at}
     */
    public int group(int slot, int at) {
        return rows.group(slot, at);
    }

    /**
     * Reads which groups list users directly, for bulk readers: several times as fast as asking user by user. Ordered by user,
     * then by group.
     *
     * @param from the first user's slot
     * @param to the slot behind the last user's, at most {@link #size}
     * @param reader receives each membership
     */
    public void forEachMembership(int from, int to, MembershipReader reader) {
        rows.forEachMembership(from, to, reader);
    }
}
