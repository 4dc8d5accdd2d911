package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a directory. Every profile that a user or the listing names has a slot: a dense integer that stays the
 * same through updates of the directory. Immutable.
 */
public final class Profiles {

    private final SlotIndex<ProfileId> index;
    private final List<ProfileId> ids;
    private final List<@Nullable Profile> listed;

    private Profiles(SlotIndex<ProfileId> index, List<ProfileId> ids, List<@Nullable Profile> listed) {
        this.index = index;
        this.ids = ids;
        this.listed = listed;
    }

    static Profiles empty() {
        return new Profiles(SlotIndex.empty(), List.of(), List.of());
    }

    /** These profiles, with more or other ones, and with slots for ids that users name but nobody listed. */
    Profiles with(Collection<Profile> changed, Collection<ProfileId> named) {
        List<ProfileId> moreIds = new ArrayList<>(ids);
        List<@Nullable Profile> records = new ArrayList<>(listed);
        SlotIndex<ProfileId> slots = index;
        for (Profile profile : changed) {
            int slot = slots.slot(profile.id());
            if (slot < 0) {
                slots = slots.plus(List.of(profile.id()));
                moreIds.add(profile.id());
                records.add(profile);
            } else {
                records.set(slot, profile);
            }
        }
        for (ProfileId id : named) {
            if (slots.slot(id) < 0) {
                slots = slots.plus(List.of(id));
                moreIds.add(id);
                records.add(null);
            }
        }
        return slots == index && changed.isEmpty() ? this : new Profiles(slots, moreIds, records);
    }

    boolean keepsSlotsOf(Profiles earlier) {
        int count = earlier.ids.size();
        return ids == earlier.ids
                || (ids.size() >= count && ids.subList(0, count).equals(earlier.ids));
    }

    /**
     * How many slots there are.
     *
     * @return the number of profiles, those that are only named by a user included
     */
    public int size() {
        return ids.size();
    }

    /**
     * The slot of a profile.
     *
     * @param id its id
     * @return the slot, or -1 if nobody names it
     */
    public int slot(ProfileId id) {
        return index.slot(id);
    }

    /**
     * The id in a slot.
     *
     * @param slot 0 to {@link #size} - 1
     * @return the id
     */
    public ProfileId id(int slot) {
        return ids.get(slot);
    }

    /**
     * The profile of an id.
     *
     * @param id its id
     * @return the profile, or empty if it was not listed
     */
    public Optional<Profile> find(ProfileId id) {
        int slot = index.slot(id);
        return slot < 0 ? Optional.empty() : Optional.ofNullable(listed.get(slot));
    }

    /**
     * The listed profiles, in slot order.
     *
     * @return an unmodifiable list
     */
    public List<Profile> all() {
        List<Profile> all = new ArrayList<>();
        for (Profile profile : listed) {
            if (profile != null) {
                all.add(profile);
            }
        }
        return List.copyOf(all);
    }
}
