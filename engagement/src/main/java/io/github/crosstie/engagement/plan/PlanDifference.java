package io.github.crosstie.engagement.plan;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.user.EngagementUserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In what two plans differ, user by user: what one of them does, holds or leaves alone, and the other does not, or does
 * otherwise. When they were made and what they presume does not count. Units are in the order of the second plan, then
 * of the first; users within a unit by id.
 *
 * @param users the CRM users for whom they differ
 * @param unseen the users of units for whom they differ, and whose CRM user cannot be seen (U30)
 * @param unknown the units that one of the plans or both did not reach: in what they differ there, nobody can tell
 */
public record PlanDifference(List<UserDifference> users, List<UnseenDifference> unseen, List<BusinessUnitId> unknown) {

    /**
     * What two plans have in store for one user in one unit. At most one of the two is empty.
     *
     * @param unit the unit
     * @param user the CRM user
     * @param before what the first plan has in store
     * @param after what the second plan has in store
     */
    public record UserDifference(BusinessUnitId unit, UserId user, Prospect before, Prospect after) {
        /** Requires all parts. */
        public UserDifference {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }

    /**
     * What two plans say of one user of a unit whose CRM user cannot be seen. At most one of the two is null.
     *
     * @param unit the unit
     * @param target the user of the unit
     * @param before why the first plan leaves it alone; null if it does not mention it
     * @param after why the second plan leaves it alone; null if it does not mention it
     */
    public record UnseenDifference(
            BusinessUnitId unit,
            EngagementUserId target,
            @Nullable LeftAlone before,
            @Nullable LeftAlone after) {
        /** Requires unit and target. */
        public UnseenDifference {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * What a plan has in store for one user.
     *
     * @param changes what it does, in order
     * @param held what it holds, in order
     * @param left why it leaves the user alone; empty unless something might be due
     */
    public record Prospect(List<UserChange> changes, List<UserChange> held, List<LeftAlone> left) {

        static final Prospect NOTHING = new Prospect(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Prospect {
            changes = List.copyOf(changes);
            held = List.copyOf(held);
            left = List.copyOf(left);
        }

        /**
         * Whether nothing is in store.
         *
         * @return true if the plan says nothing of the user
         */
        public boolean isEmpty() {
            return changes.isEmpty() && held.isEmpty() && left.isEmpty();
        }

        /**
         * What is in store for a user in a unit's plan.
         *
         * @param plan the unit's plan
         * @param user the CRM user
         * @return what is in store
         */
        public static Prospect of(UnitPlan plan, UserId user) {
            return byUser(plan).getOrDefault(user, NOTHING);
        }

        static Map<UserId, Prospect> byUser(UnitPlan plan) {
            Map<UserId, List<UserChange>> changes = grouped(plan.changes(), UserChange::user);
            Map<UserId, List<UserChange>> held =
                    grouped(plan.held().stream().map(HeldChange::change).toList(), UserChange::user);
            Map<UserId, List<LeftAlone>> left = grouped(plan.left(), LeftAlone::user);
            Set<UserId> users = new TreeSet<>(changes.keySet());
            users.addAll(held.keySet());
            users.addAll(left.keySet());
            Map<UserId, Prospect> prospects = new LinkedHashMap<>();
            for (UserId user : users) {
                prospects.put(
                        user,
                        new Prospect(
                                changes.getOrDefault(user, List.of()),
                                held.getOrDefault(user, List.of()),
                                left.getOrDefault(user, List.of())));
            }
            return prospects;
        }

        private static <T> Map<UserId, List<T>> grouped(List<T> all, Function<T, @Nullable UserId> user) {
            Map<UserId, List<T>> groups = new LinkedHashMap<>();
            for (T each : all) {
                @Nullable UserId id = user.apply(each);
                if (id != null) {
                    groups.computeIfAbsent(id, none -> new ArrayList<>(1)).add(each);
                }
            }
            return groups;
        }
    }

    /** Copies the lists. */
    public PlanDifference {
        users = List.copyOf(users);
        unseen = List.copyOf(unseen);
        unknown = List.copyOf(unknown);
    }

    /**
     * Compares two plans.
     *
     * @param before the first plan
     * @param after the second plan
     * @return their difference, the same on every run
     */
    public static PlanDifference between(UserSyncPlan before, UserSyncPlan after) {
        Map<BusinessUnitId, UnitPlan> first = byUnit(before);
        Map<BusinessUnitId, UnitPlan> second = byUnit(after);
        Set<BusinessUnitId> units = new LinkedHashSet<>(second.keySet());
        units.addAll(first.keySet());
        Set<BusinessUnitId> unknown = new LinkedHashSet<>();
        after.unreached().forEach(each -> unknown.add(each.unit()));
        before.unreached().forEach(each -> unknown.add(each.unit()));
        units.removeAll(unknown);
        List<UserDifference> users = new ArrayList<>();
        List<UnseenDifference> unseen = new ArrayList<>();
        for (BusinessUnitId unit : units) {
            @Nullable UnitPlan old = first.get(unit);
            @Nullable UnitPlan next = second.get(unit);
            compare(unit, prospects(old), prospects(next), users);
            compareUnseen(unit, unseen(old), unseen(next), unseen);
        }
        return new PlanDifference(users, unseen, List.copyOf(unknown));
    }

    private static Map<BusinessUnitId, UnitPlan> byUnit(UserSyncPlan plan) {
        Map<BusinessUnitId, UnitPlan> units = new LinkedHashMap<>();
        plan.units().forEach(unit -> units.put(unit.unit(), unit));
        return units;
    }

    private static Map<UserId, Prospect> prospects(@Nullable UnitPlan plan) {
        return plan == null ? Map.of() : Prospect.byUser(plan);
    }

    private static void compare(
            BusinessUnitId unit, Map<UserId, Prospect> before, Map<UserId, Prospect> after, List<UserDifference> into) {
        Set<UserId> users = new TreeSet<>(before.keySet());
        users.addAll(after.keySet());
        for (UserId user : users) {
            Prospect old = before.getOrDefault(user, Prospect.NOTHING);
            Prospect next = after.getOrDefault(user, Prospect.NOTHING);
            if (!old.equals(next)) {
                into.add(new UserDifference(unit, user, old, next));
            }
        }
    }

    private static Map<EngagementUserId, LeftAlone> unseen(@Nullable UnitPlan plan) {
        Map<EngagementUserId, LeftAlone> unseen = new LinkedHashMap<>();
        if (plan != null) {
            for (LeftAlone left : plan.left()) {
                @Nullable EngagementUserId target = left.target();
                if (left.user() == null && target != null) {
                    unseen.put(target, left);
                }
            }
        }
        return unseen;
    }

    private static void compareUnseen(
            BusinessUnitId unit,
            Map<EngagementUserId, LeftAlone> before,
            Map<EngagementUserId, LeftAlone> after,
            List<UnseenDifference> into) {
        Set<EngagementUserId> users = new TreeSet<>(before.keySet());
        users.addAll(after.keySet());
        for (EngagementUserId user : users) {
            @Nullable LeftAlone old = before.get(user);
            @Nullable LeftAlone next = after.get(user);
            if (!Objects.equals(old, next)) {
                into.add(new UnseenDifference(unit, user, old, next));
            }
        }
    }

    /**
     * Whether there is none, as far as can be told of every unit.
     *
     * @return true if both plans reached all their units and have the same in store for everybody
     */
    public boolean isEmpty() {
        return users.isEmpty() && unseen.isEmpty() && unknown.isEmpty();
    }
}
