package io.github.crosstie.benchmarks;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The library's values as the plain way has them, and its plans as decisions. */
final class PlainViews {

    private PlainViews() {}

    static PlainUserSync.Structure structure(Directory directory) {
        Map<String, PlainUserSync.Listed> groups = new HashMap<>();
        for (Group group : directory.groups().all()) {
            PlainUserSync.Listed listed = nothing();
            directory.groups().members(group.id()).forEach(member -> add(listed, member));
            groups.put(group.id().value(), listed);
        }
        Map<String, List<String>> below = new HashMap<>();
        for (Role role : directory.roles().all()) {
            if (role.parent() != null) {
                below.computeIfAbsent(role.parent().value(), parent -> new ArrayList<>())
                        .add(role.id().value());
            }
        }
        return new PlainUserSync.Structure(groups, below);
    }

    private static PlainUserSync.Listed nothing() {
        return new PlainUserSync.Listed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static void add(PlainUserSync.Listed listed, Member member) {
        if (member instanceof Member.OfUser of) {
            listed.users().add(of.user().value());
        } else if (member instanceof Member.OfGroup of) {
            listed.groups().add(of.group().value());
        } else if (member instanceof Member.OfRole of) {
            listed.roles().add(of.role().value());
        } else if (member instanceof Member.OfRoleAndSubordinates of) {
            listed.tops().add(of.role().value());
        }
    }

    static List<PlainUserSync.Person> people(Directory directory) {
        return directory.users().all().stream().map(PlainViews::person).toList();
    }

    private static PlainUserSync.Person person(User user) {
        return new PlainUserSync.Person(
                user.id().value(),
                user.username(),
                user.emailAddress().orElse(null),
                user.firstName().orElse(null),
                user.lastName(),
                user.title().orElse(null),
                user.phone().orElse(null),
                user.timeZone().orElse(null),
                user.active(),
                user.profile().value(),
                user.role().map(role -> role.value()).orElse(null));
    }

    static PlainUserSync.Unit unit(BusinessUnit unit, boolean complete, List<EngagementUser> users) {
        Map<String, String> roles = new HashMap<>();
        unit.mapping().roles().forEach((profile, role) -> roles.put(profile.value(), role.name()));
        return new PlainUserSync.Unit(
                unit.id().value(),
                listed(unit.marketingUsers()),
                listed(unit.salesUsers()),
                roles,
                complete,
                users.stream().map(PlainViews::account).toList());
    }

    private static PlainUserSync.Listed listed(List<Assignment> assignments) {
        PlainUserSync.Listed listed = nothing();
        for (Assignment assignment : assignments) {
            switch (assignment.kind()) {
                case USER -> listed.users().add(assignment.targetId());
                case GROUP -> listed.groups().add(assignment.targetId());
                case ROLE -> listed.roles().add(assignment.targetId());
                case ROLE_AND_SUBORDINATES -> listed.tops().add(assignment.targetId());
                case PROFILE -> throw new IllegalStateException("no set holds a profile");
            }
        }
        return listed;
    }

    private static PlainUserSync.Account account(EngagementUser user) {
        UserValues values = user.values();
        return new PlainUserSync.Account(
                user.id().value(),
                user.recycled(),
                values.value(UserField.SALESFORCE_ID),
                values.value(UserField.CRM_USERNAME),
                values.value(UserField.EMAIL_ADDRESS),
                values.value(UserField.FIRST_NAME),
                values.value(UserField.LAST_NAME),
                values.value(UserField.TITLE),
                values.value(UserField.PHONE),
                values.value(UserField.TIME_ZONE),
                values.value(UserField.ROLE));
    }

    static Set<PlainUserSync.Decision> decisions(UnitPlan plan) {
        Set<PlainUserSync.Decision> decisions = new HashSet<>();
        Stream.concat(plan.changes().stream(), plan.held().stream().map(HeldChange::change))
                .forEach(change -> decisions.add(decision(change)));
        return decisions;
    }

    private static PlainUserSync.Decision decision(UserChange change) {
        Map<UserField, String> values = new EnumMap<>(UserField.class);
        if (change instanceof UserChange.Create create) {
            values.putAll(create.values().asMap());
        } else if (change instanceof UserChange.Update update) {
            update.difference()
                    .changes()
                    .forEach((field, value) -> values.put(field, value.after() == null ? "" : value.after()));
        }
        String account = change.target() == null ? null : change.target().value();
        return new PlainUserSync.Decision(change.kind(), change.user().value(), account, values);
    }

    /** Fails unless both ways decide the same, and decide anything. */
    static void requireSame(UnitPlan plan, List<PlainUserSync.Decision> plain) {
        Set<PlainUserSync.Decision> ours = decisions(plan);
        if (ours.isEmpty() || ours.size() != plain.size() || !ours.equals(new HashSet<>(plain))) {
            throw new IllegalStateException("business unit " + plan.unit()
                    + ": the two ways decide otherwise, or nothing, so that the comparison would mean nothing: "
                    + ours.size() + " and " + plain.size() + " decisions, "
                    + plan.left().size() + " left alone");
        }
    }
}
