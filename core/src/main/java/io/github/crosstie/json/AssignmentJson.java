package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.Spelling;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assignments: an object with one key, the kind, whose value names the target. */
final class AssignmentJson {

    private static final String ASSIGNED_AT = "assignedAt";
    private static final String INTERNAL_ONLY = "internalOnly";

    private AssignmentJson() {}

    static List<Assignment> read(JsonPlace place, Targets targets) {
        Set<String> seen = new HashSet<>();
        return place.items(item -> {
            Assignment assignment = readOne(item, targets);
            if (!seen.add(assignment.kind() + " " + assignment.targetId())) {
                throw item.fault("the " + Spelling.of(assignment.kind()) + " " + assignment.targetId()
                        + " is assigned already; drop one of the two");
            }
            return assignment;
        });
    }

    private static Assignment readOne(JsonPlace item, Targets targets) {
        JsonSection section =
                item.section("user", "profile", "group", "role", "roleAndSubordinates", INTERNAL_ONLY, ASSIGNED_AT);
        AssignmentKind kind = kind(section);
        JsonPlace target = section.require(Spelling.of(kind));
        @Nullable
        Instant at = section.findRecorded(ASSIGNED_AT).map(JsonPlace::instant).orElse(null);
        if (kind != AssignmentKind.ROLE_AND_SUBORDINATES && section.has(INTERNAL_ONLY)) {
            throw section.require(INTERNAL_ONLY)
                    .fault("only roleAndSubordinates knows internalOnly; remove it from the " + Spelling.of(kind));
        }
        return switch (kind) {
            case USER -> new Assignment.OfUser(targets.user(target), at);
            case PROFILE -> new Assignment.OfProfile(targets.profile(target), at);
            case GROUP -> new Assignment.OfGroup(targets.group(target), at);
            case ROLE -> new Assignment.OfRole(targets.role(target), at);
            case ROLE_AND_SUBORDINATES ->
                new Assignment.OfRoleAndSubordinates(
                        targets.role(target), section.get(INTERNAL_ONLY, JsonPlace::bool, true), at);
        };
    }

    private static AssignmentKind kind(JsonSection section) {
        List<String> kinds =
                Spelling.all(AssignmentKind.class).stream().filter(section::has).toList();
        if (kinds.size() != 1) {
            String said = kinds.isEmpty() ? "says none" : "says " + String.join(" and ", kinds);
            throw section.place()
                    .fault("an assignment has one target, this one " + said + "; use one of "
                            + String.join(", ", Spelling.all(AssignmentKind.class)));
        }
        return Spelling.parse(AssignmentKind.class, kinds.get(0)).orElseThrow();
    }

    static JsonNode write(List<Assignment> assignments) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Assignment assignment : assignments) {
            ObjectNode one = all.addObject().put(Spelling.of(assignment.kind()), assignment.targetId());
            if (assignment instanceof Assignment.OfRoleAndSubordinates subtree) {
                one.put(INTERNAL_ONLY, subtree.internalOnly());
            }
            if (assignment.assignedAt() != null) {
                one.put(ASSIGNED_AT, assignment.assignedAt().toString());
            }
        }
        return all;
    }
}
