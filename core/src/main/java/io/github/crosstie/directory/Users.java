package io.github.crosstie.directory;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The users of a directory. Each has a slot: a dense integer that stays the same through updates. Bulk work reads profile,
 * role and direct groups by slot, without touching a record. Immutable.
 */
public final class Users {

    private static final int[] NO_GROUPS = {};

    private final SlotIndex<UserId> index;
    private final Column<User> records;

    /** Twice the profile's slot, plus one for an active user: both are read together. */
    private final IntColumn profiles;

    private final IntColumn roles;
    private final Column<int[]> groups;

    private Users(
            SlotIndex<UserId> index, Column<User> records, IntColumn profiles, IntColumn roles, Column<int[]> groups) {
        this.index = index;
        this.records = records;
        this.profiles = profiles;
        this.roles = roles;
        this.groups = groups;
    }

    static Users empty() {
        return new Users(SlotIndex.empty(), Column.empty(), IntColumn.empty(), IntColumn.empty(), Column.empty());
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
        Map<Integer, User> rows = new LinkedHashMap<>();
        Map<Integer, Integer> profileRows = new HashMap<>();
        Map<Integer, Integer> roleRows = new HashMap<>();
        for (User user : changed) {
            int slot = slots.slot(user.id());
            rows.put(slot, user);
            profileRows.put(slot, profileSlots.slot(user.profile()) << 1 | (user.active() ? 1 : 0));
            roleRows.put(slot, user.role().map(roleSlots::slot).orElse(-1));
        }
        return new Users(slots, records.with(rows), profiles.with(profileRows), roles.with(roleRows), groups);
    }

    /** These users with other direct groups. */
    Users withGroups(Map<Integer, int[]> rows) {
        return rows.isEmpty() ? this : new Users(index, records, profiles, roles, groups.with(rows));
    }

    /** These users in exactly these direct groups; a row that reads the same as before stays the very same. */
    Users regrouped(Map<Integer, int[]> rows) {
        rows.replaceAll((user, row) -> Arrays.equals(groupSlots(user), row) ? groupSlots(user) : row);
        return new Users(index, records, profiles, roles, Column.<int[]>empty().with(rows));
    }

    /** Whether every slot of an earlier snapshot holds the user of the same id here. */
    boolean keepsSlotsOf(Users earlier) {
        return index == earlier.index
                || (size() >= earlier.size()
                        && IntStream.range(0, earlier.size())
                                .allMatch(slot -> records.sharesChunk(earlier.records, slot)
                                        || at(slot).id().equals(earlier.at(slot).id())));
    }

    int[] groupSlots(int slot) {
        int[] found = groups.get(slot);
        return found == null || found.length == 0 ? NO_GROUPS : found;
    }

    /** The slots whose record or direct groups differ from an earlier snapshot of the same lineage. */
    IntStream changedSince(Users earlier) {
        return IntStream.range(0, size()).filter(slot -> {
            if (slot >= earlier.size()) {
                return true;
            }
            boolean sameUser = records.sharesChunk(earlier.records, slot)
                    || Objects.equals(records.get(slot), earlier.records.get(slot));
            return !sameUser || !Arrays.equals(groupSlots(slot), earlier.groupSlots(slot));
        });
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
        return profiles.get(slot) >> 1;
    }

    /**
     * Whether a user is active, without touching the record (A9).
     *
     * @param slot the user's slot
     * @return true if active
     */
    public boolean active(int slot) {
        return (profiles.get(slot) & 1) != 0;
    }

    /**
     * The role of a user.
     *
     * @param slot the user's slot
     * @return the role's slot in {@link Roles}, or -1 for a user without a role
     */
    public int role(int slot) {
        return roles.get(slot);
    }

    /**
     * How many groups list a user directly.
     *
     * @param slot the user's slot
     * @return the number of groups
     */
    public int groupCount(int slot) {
        return groupSlots(slot).length;
    }

    /**
     * One of the groups that list a user directly.
     *
     * @param slot the user's slot
     * @param at 0 to {@link #groupCount} - 1
     * @return the group's slot in {@link Groups}; ascending with {@code at}
     */
    public int group(int slot, int at) {
        return groupSlots(slot)[at];
    }
}
