package io.github.crosstie.directory;

import io.github.crosstie.fault.InvalidInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The role forest of a directory (A10, A13). Every role that the listing or a user names has a slot: a dense integer that
 * stays the same through updates, also when nobody names the role any more. A role that is not listed has nothing below it. A subtree is a range of the pre-order, so that asking whether one role stands below
 * another costs two comparisons. Immutable.
 */
public final class Roles {

    private final SlotIndex<RoleId> index;
    private final List<RoleId> ids;
    private final List<@Nullable Role> listed;
    private final int[] parent;
    private final int[] position;
    private final int[] subtreeEnd;
    private final int[] preorder;
    private final boolean[] external;
    private final boolean[] rooted;

    private Roles(SlotIndex<RoleId> index, List<RoleId> ids, List<@Nullable Role> listed) {
        int count = ids.size();
        this.index = index;
        this.ids = ids;
        this.listed = listed;
        parent = new int[count];
        position = new int[count];
        subtreeEnd = new int[count];
        preorder = new int[count];
        external = new boolean[count];
        rooted = new boolean[count];
        arrange();
    }

    static Roles empty() {
        return new Roles(SlotIndex.empty(), List.of(), List.of());
    }

    /** These roles, with more or other ones, and with slots for ids that users name but nobody listed. */
    Roles with(Collection<Role> changed, Collection<RoleId> named) {
        Map<RoleId, Role> fresh = new LinkedHashMap<>();
        changed.forEach(role -> fresh.put(role.id(), role));
        TreeSet<RoleId> unlisted = named.stream()
                .filter(id -> index.slot(id) < 0 && !fresh.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        if (fresh.isEmpty() && unlisted.isEmpty()) {
            return this;
        }
        List<RoleId> moreIds = new ArrayList<>(ids);
        List<@Nullable Role> records = new ArrayList<>(listed);
        for (Role role : fresh.values()) {
            int slot = index.slot(role.id());
            if (slot < 0) {
                moreIds.add(role.id());
                records.add(role);
            } else {
                records.set(slot, role);
            }
        }
        for (RoleId id : unlisted) {
            moreIds.add(id);
            records.add(null);
        }
        return new Roles(index.plus(moreIds.subList(ids.size(), moreIds.size())), moreIds, records);
    }

    private void arrange() {
        int count = ids.size();
        List<List<Integer>> children = new ArrayList<>(count);
        for (int slot = 0; slot < count; slot++) {
            children.add(List.of());
        }
        ArrayDeque<Integer> pending = new ArrayDeque<>();
        for (int slot = count - 1; slot >= 0; slot--) {
            Role role = listed.get(slot);
            int above =
                    role == null || role.parent() == null || !listed(role.parent()) ? -1 : index.slot(role.parent());
            parent[slot] = above;
            rooted[slot] = role != null && (role.parent() == null || above >= 0);
            if (above < 0) {
                pending.push(slot);
            } else {
                if (children.get(above).isEmpty()) {
                    children.set(above, new ArrayList<>());
                }
                children.get(above).add(slot);
            }
        }
        Arrays.fill(position, -1);
        int next = 0;
        while (!pending.isEmpty()) {
            int slot = pending.pop();
            int above = parent[slot];
            Role role = listed.get(slot);
            position[slot] = next;
            preorder[next++] = slot;
            external[slot] = (role != null && role.portal()) || (above >= 0 && external[above]);
            rooted[slot] = rooted[slot] && (above < 0 || rooted[above]);
            children.get(slot).forEach(pending::push);
        }
        if (next < count) {
            throw cycle();
        }
        for (int at = count - 1; at >= 0; at--) {
            int slot = preorder[at];
            subtreeEnd[slot] = Math.max(subtreeEnd[slot], at + 1);
            if (parent[slot] >= 0) {
                subtreeEnd[parent[slot]] = Math.max(subtreeEnd[parent[slot]], subtreeEnd[slot]);
            }
        }
    }

    /** What was not reached from any root stands on a cycle or below one: walking up ends on the cycle itself. */
    private InvalidInputException cycle() {
        int slot = 0;
        while (position[slot] >= 0) {
            slot++;
        }
        for (int step = 0; step < ids.size(); step++) {
            slot = parent[slot];
        }
        List<String> names = new ArrayList<>();
        int start = slot;
        do {
            names.add(name(slot));
            slot = parent[slot];
        } while (slot != start);
        names.add(name(start));
        return new InvalidInputException(
                "role hierarchy",
                "",
                "the roles stand above each other: " + String.join(" < ", names) + "; give one of them another parent");
    }

    private String name(int slot) {
        Role role = listed.get(slot);
        return role == null ? ids.get(slot).value() : role.developerName() + " (" + role.id() + ")";
    }

    /** Whether the listing has the role itself, not only users that name it. */
    boolean listed(RoleId id) {
        int slot = index.slot(id);
        return slot >= 0 && listed.get(slot) != null;
    }

    /** Whether every slot of an earlier snapshot holds the same id here. */
    boolean keepsSlotsOf(Roles earlier) {
        return this == earlier
                || (size() >= earlier.size() && ids.subList(0, earlier.size()).equals(earlier.ids));
    }

    List<DirectoryProblem> problems() {
        List<DirectoryProblem> problems = new ArrayList<>();
        for (Role role : listed) {
            if (role != null && role.parent() != null && !listed(role.parent())) {
                problems.add(new DirectoryProblem.OrphanRole(role, role.parent()));
            }
        }
        return problems;
    }

    /**
     * How many slots there are.
     *
     * @return the number of roles, those that are only named by a user included
     */
    public int size() {
        return ids.size();
    }

    /**
     * The slot of a role.
     *
     * @param id its id
     * @return the slot, or -1 if nobody has named it
     */
    public int slot(RoleId id) {
        return index.slot(id);
    }

    /**
     * The id in a slot.
     *
     * @param slot 0 to {@link #size} - 1
     * @return the id
     */
    public RoleId id(int slot) {
        return ids.get(slot);
    }

    /**
     * The role of an id.
     *
     * @param id its id
     * @return the role, or empty if it was not listed
     */
    public Optional<Role> find(RoleId id) {
        int slot = index.slot(id);
        return slot < 0 ? Optional.empty() : Optional.ofNullable(listed.get(slot));
    }

    /**
     * The listed roles, in slot order.
     *
     * @return an unmodifiable list
     */
    public List<Role> all() {
        List<Role> all = new ArrayList<>();
        for (Role role : listed) {
            if (role != null) {
                all.add(role);
            }
        }
        return List.copyOf(all);
    }

    /**
     * The slot of the role above.
     *
     * @param slot a role's slot
     * @return the parent's slot, or -1 for a root
     */
    public int parent(int slot) {
        return parent[slot];
    }

    /**
     * The slot at a place of the pre-order: parents stand before their subordinates, a subtree is contiguous.
     *
     * @param place 0 to {@link #size} - 1
     * @return the slot
     */
    public int atPreorder(int place) {
        return preorder[place];
    }

    /**
     * Whether a role is a portal role or stands below one (A10).
     *
     * @param slot a role's slot
     * @return true if it is left out of internal subtrees
     */
    public boolean external(int slot) {
        return external[slot];
    }

    /**
     * Whether the chain upwards ends at a true root. If not, somebody the listing hides may stand above (A13).
     *
     * @param slot a role's slot
     * @return false if a role of the chain names a parent that was not listed, or was not listed itself
     */
    public boolean lineageKnown(int slot) {
        return rooted[slot];
    }

    /**
     * Whether one role is another, or stands somewhere below it (A10).
     *
     * @param slot the lower role's slot
     * @param top the upper role's slot
     * @param internalOnly whether portal roles, and everything below them, are left out
     * @return true if a member of the lower role is a member of the upper "role and subordinates"
     */
    public boolean inSubtree(int slot, int top, boolean internalOnly) {
        return position[slot] >= position[top] && position[slot] < subtreeEnd[top] && !(internalOnly && external[slot]);
    }

    /**
     * The slots of a role and of every role below it, in pre-order.
     *
     * @param top the upper role's slot
     * @param internalOnly whether portal roles, and everything below them, are left out
     * @return the slots
     */
    public IntStream subtree(int top, boolean internalOnly) {
        return Arrays.stream(preorder, position[top], subtreeEnd[top]).filter(slot -> !internalOnly || !external[slot]);
    }
}
