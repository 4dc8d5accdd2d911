package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a directory. Every profile that a user or the listing names has a slot: a dense integer that stays the
 * same through updates of the directory, also when nobody names the profile any more. Immutable.
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
        Map<ProfileId, @Nullable Profile> fresh = new LinkedHashMap<>();
        named.stream().filter(id -> index.slot(id) < 0).sorted().forEach(id -> fresh.put(id, null));
        changed.forEach(profile -> fresh.put(profile.id(), profile));
        if (fresh.isEmpty()) {
            return this;
        }
        List<ProfileId> moreIds = new ArrayList<>(ids);
        List<@Nullable Profile> records = new ArrayList<>(listed);
        fresh.forEach((id, profile) -> {
            int slot = index.slot(id);
            if (slot < 0) {
                moreIds.add(id);
                records.add(profile);
            } else {
                records.set(slot, profile);
            }
        });
        return new Profiles(index.plus(moreIds.subList(ids.size(), moreIds.size())), moreIds, records);
    }

    /** Whether every slot of an earlier snapshot holds the same id here. */
    boolean keepsSlotsOf(Profiles earlier) {
        return this == earlier
                || (size() >= earlier.size() && ids.subList(0, earlier.size()).equals(earlier.ids));
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
     * @return the slot, or -1 if nobody has named it
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
