package io.github.crosstie.examples;

import io.github.crosstie.assignment.SetMembership;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.role.BusinessUnitRoles;
import io.github.crosstie.role.RoleDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the users of business units with what sets and profiles say, by another way than the planner's. */
final class UnitVerification {

    private final Map<UserId, Set<BusinessUnitId>> leftAlone;
    private final List<String> faults = new ArrayList<>();
    private int inStep;

    private UnitVerification(Map<UserId, Set<BusinessUnitId>> leftAlone) {
        this.leftAlone = leftAlone;
    }

    /** Looks at all units of an organization; whoever is left alone for a stated reason is not looked at. */
    static UnitVerification of(
            Directory directory,
            List<BusinessUnit> units,
            InMemoryEngagement engagement,
            Map<UserId, Set<BusinessUnitId>> leftAlone) {
        UnitVerification verification = new UnitVerification(leftAlone);
        BusinessUnitRoles roles = BusinessUnitRoles.of(SetMembership.of(directory, units));
        for (BusinessUnit unit : units) {
            verification.look(unit.id(), directory, roles, engagement);
        }
        return verification;
    }

    private void look(
            BusinessUnitId unit, Directory directory, BusinessUnitRoles roles, InMemoryEngagement engagement) {
        Map<String, EngagementUser> live = new HashMap<>();
        for (EngagementUser user : engagement.unit(unit).users()) {
            if (!user.recycled()) {
                user.values().get(UserField.SALESFORCE_ID).ifPresent(id -> live.put(id, user));
            }
        }
        Set<String> wanted = new HashSet<>();
        for (int slot = 0; slot < directory.users().size(); slot++) {
            User user = directory.users().at(slot);
            @Nullable RoleDecision decision = roles.decisions(slot).get(unit);
            boolean skipped = leftAlone.getOrDefault(user.id(), Set.of()).contains(unit);
            if (skipped) {
                wanted.add(user.id().value());
            } else if (user.active() && decision instanceof RoleDecision.Granted granted) {
                wanted.add(user.id().value());
                compare(unit, user, granted, live.get(user.id().value()));
            }
        }
        live.keySet().stream()
                .filter(id -> !wanted.contains(id))
                .sorted()
                .forEach(
                        id -> faults.add("business unit " + unit + " has user " + id + ", who is in none of its sets"));
    }

    private void compare(BusinessUnitId unit, User user, RoleDecision.Granted granted, @Nullable EngagementUser there) {
        if (there == null) {
            faults.add("business unit " + unit + " lacks user " + user.id());
        } else if (!there.values()
                        .get(UserField.ROLE)
                        .orElse("")
                        .equals(granted.role().name())
                || !there.values().get(UserField.LAST_NAME).orElse("").equals(user.lastName())
                || !there.values().get(UserField.TITLE).equals(user.title())) {
            faults.add("business unit " + unit + " has user " + user.id() + " with other values than the CRM");
        } else {
            inStep++;
        }
    }

    int inStep() {
        return inStep;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
