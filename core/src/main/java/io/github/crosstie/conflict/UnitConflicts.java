package io.github.crosstie.conflict;

import io.github.crosstie.assignment.SetMembership;
import io.github.crosstie.assignment.WitnessPath;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.Users;
import io.github.crosstie.role.BusinessUnitRoles;
import io.github.crosstie.role.RoleDecision;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds users who are in several business units, or in both sets of one (C10). Inactive users never sync (A9). */
final class UnitConflicts {

    private final OrganizationView view;
    private final SetMembership membership;

    private UnitConflicts(OrganizationView view) {
        this.view = view;
        membership = SetMembership.of(
                view.roster.directory(), view.roster.configurations().businessUnits());
    }

    static List<Conflict> of(BitSet slots, OrganizationView view) {
        List<Conflict> found = new ArrayList<>();
        if (view.roster.configurations().businessUnits().isEmpty()) {
            return found;
        }
        UnitConflicts search = new UnitConflicts(view);
        BusinessUnitRoles roles = BusinessUnitRoles.of(search.membership);
        Users users = view.roster.directory().users();
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            if (users.active(slot) && search.membership.sets(slot).size() > 1) {
                search.look(slot, roles.decisions(slot), found);
            }
        }
        return found;
    }

    private void look(int slot, Map<BusinessUnitId, RoleDecision> decisions, List<Conflict> found) {
        List<UnitRole> roles = new ArrayList<>();
        for (int at = 0; at < membership.units().size(); at++) {
            RoleDecision decision = decisions.get(membership.units().get(at).id());
            if (decision != null) {
                roles.add(role(slot, at, decision));
            }
        }
        Participant participant = new Participant(
                view.organization(), view.user(slot).id(), null, false, Standing.NOT_SYNCING, List.of());
        if (roles.size() > 1) {
            found.add(new Conflict.InSeveralBusinessUnits(participant, roles));
        }
        for (UnitRole role : roles) {
            if (role.sets().size() > 1) {
                found.add(new Conflict.InBothSets(participant, role, remedy(slot, unit(role.unit()))));
            }
        }
    }

    private UnitRole role(int slot, int at, RoleDecision decision) {
        BusinessUnit unit = membership.units().get(at);
        Map<EngagementSet, WitnessPath> sets = new EnumMap<>(EngagementSet.class);
        for (EngagementSet set : EngagementSet.values()) {
            if (membership.sets(slot).contains(at, set)) {
                membership.witness(view.user(slot).id(), at, set).ifPresent(path -> sets.put(set, path));
            }
        }
        return new UnitRole(unit.id(), unit.name(), sets, decision);
    }

    private BusinessUnit unit(BusinessUnitId id) {
        return membership.units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** First the way that touches no sync of the user's own, then the one that keeps the role as it is. */
    private Remedy remedy(int slot, BusinessUnit unit) {
        EngagementSet first = toLeave(unit, view.user(slot));
        EngagementSet second =
                first == EngagementSet.SALES_USERS ? EngagementSet.MARKETING_USERS : EngagementSet.SALES_USERS;
        Departure one = leaving(slot, unit, first, second);
        Departure other = leaving(slot, unit, second, first);
        boolean swap = leftWith(slot, other).isEmpty() && !leftWith(slot, one).isEmpty();
        RemedyOption preferred = option(slot, unit, swap ? second : first, swap ? other : one);
        RemedyOption alternative = option(slot, unit, swap ? first : second, swap ? one : other);
        return RemedyText.remedy(List.of(preferred, alternative), "");
    }

    /** The set that does not decide the role; of a rejected user, the one that grants more. */
    private static EngagementSet toLeave(BusinessUnit unit, User user) {
        boolean marketingDecides = user.id().equals(unit.creator()) || unit.bothSets() == BothSetsPolicy.MARKETING_WINS;
        return marketingDecides ? EngagementSet.SALES_USERS : EngagementSet.MARKETING_USERS;
    }

    private Departure leaving(int slot, BusinessUnit unit, EngagementSet leave, EngagementSet stay) {
        return Departure.of(view.id(), view.ways.intoSet(unit, leave, slot), view.ways.intoSet(unit, stay, slot));
    }

    /** The configurations that the user would leave too, as the same group or role leads to them. */
    private Set<AssignmentList> leftWith(int slot, Departure departure) {
        Set<RemedyStep> closed = new HashSet<>(departure.closing());
        List<Way> ways = view.ways.intoConfigurations(view.resolution(slot));
        Set<AssignmentList> left = new HashSet<>();
        ways.forEach(way -> left.add(way.list()));
        ways.stream().filter(way -> way.standsWithout(closed)).forEach(way -> left.remove(way.list()));
        return left;
    }

    private RemedyOption option(int slot, BusinessUnit unit, EngagementSet leave, Departure departure) {
        Set<AssignmentList> left = leftWith(slot, departure);
        String also = left.isEmpty()
                ? ""
                : " The user leaves "
                        + String.join(
                                " and ",
                                left.stream().map(Object::toString).sorted().toList())
                        + " too.";
        return view.option(
                slot,
                departure,
                steps -> "Leave " + new AssignmentList.OfBusinessUnit(unit.id(), leave) + ": " + RemedyText.steps(steps)
                        + "." + also);
    }
}
