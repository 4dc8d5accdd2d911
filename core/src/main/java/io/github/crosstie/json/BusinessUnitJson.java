package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.UserId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Business units with their two sets and their role table. */
final class BusinessUnitJson {

    private BusinessUnitJson() {}

    static BusinessUnit read(JsonPlace place, Targets targets) {
        JsonSection section = place.section(
                "id", "name", "creator", "marketingUsers", "salesUsers", "mapping", "bothSets", "deletionGuard");
        BusinessUnitId id = new BusinessUnitId(section.require("id").name());
        String name = section.get("name", JsonPlace::text, id.value());
        @Nullable
        UserId creator = section.findRecorded("creator").map(targets::creator).orElse(null);
        List<Assignment> marketing = section.get("marketingUsers", at -> set(at, targets), List.of());
        List<Assignment> sales = section.get("salesUsers", at -> set(at, targets), List.of());
        ProfileRoleMapping mapping = section.get("mapping", at -> mapping(at, targets), ProfileRoleMapping.EMPTY);
        BothSetsPolicy bothSets =
                section.get("bothSets", at -> at.constant(BothSetsPolicy.class), BothSetsPolicy.SALES_WINS);
        DeletionGuard guard = section.get("deletionGuard", GuardJson::readDeletionGuard, DeletionGuard.DEFAULT);
        return place.build(() -> new BusinessUnit(id, name, creator, marketing, sales, mapping, bothSets, guard));
    }

    private static List<Assignment> set(JsonPlace place, Targets targets) {
        return AssignmentJson.read(place, targets);
    }

    private static ProfileRoleMapping mapping(JsonPlace place, Targets targets) {
        ObjectNode table = place.object();
        Map<ProfileId, EngagementRole> roles = new TreeMap<>();
        for (Iterator<String> names = table.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonPlace role = place.child(name, table.path(name));
            ProfileId profile = targets.profile(place.nameOf(name));
            if (roles.put(profile, new EngagementRole(role.name())) != null) {
                throw role.fault("profile " + profile + " has a role already; a profile has one role, drop one entry");
            }
        }
        return new ProfileRoleMapping(roles);
    }

    static void write(BusinessUnit unit, ObjectNode into) {
        into.put("id", unit.id().value());
        into.put("name", unit.name());
        if (unit.creator() != null) {
            into.put("creator", unit.creator().value());
        }
        into.set("marketingUsers", AssignmentJson.write(unit.marketingUsers()));
        into.set("salesUsers", AssignmentJson.write(unit.salesUsers()));
        ObjectNode mapping = into.putObject("mapping");
        unit.mapping().roles().forEach((profile, role) -> mapping.put(profile.value(), role.name()));
        into.put("bothSets", Spelling.of(unit.bothSets()));
        GuardJson.write(unit.deletionGuard(), into.putObject("deletionGuard"));
    }
}
