package io.github.crosstie.engagement.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.assignment.WitnessPath;
import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.plan.Reason;
import io.github.crosstie.engagement.plan.SetRoute;

/**
 * Reasons with the routes into the sets. A step names what it is and which: {@code {"group": "00G…", "name": "Sales"}}.
 */
final class ReasonJson {

    private static final String GROUP = "group";
    private static final String ROLE = "role";
    private static final String SUBTREE = "roleAndSubordinates";
    private static final String PROFILE = "profile";
    private static final String NAME = "name";

    private ReasonJson() {}

    static void write(Reason reason, ObjectNode into) {
        into.put("rule", reason.rule()).put("text", reason.text());
        ArrayNode routes = into.putArray("routes");
        for (SetRoute route : reason.routes()) {
            ObjectNode node = routes.addObject();
            node.put("set", Spelling.of(route.set()));
            ArrayNode steps = node.putArray("steps");
            route.path().steps().forEach(step -> write(step, steps.addObject()));
            node.put("user", route.path().user().value());
        }
    }

    private static void write(Step step, ObjectNode into) {
        if (step instanceof WitnessPath.GroupStep group) {
            into.put(GROUP, group.id().value()).put(NAME, group.name());
        } else if (step instanceof WitnessPath.RoleStep role) {
            into.put(ROLE, role.id().value()).put(NAME, role.name());
        } else if (step instanceof WitnessPath.SubtreeStep subtree) {
            into.put(SUBTREE, subtree.id().value()).put(NAME, subtree.name());
        } else if (step instanceof WitnessPath.ProfileStep profile) {
            into.put(PROFILE, profile.id().value()).put(NAME, profile.name());
        }
    }

    static Reason read(Place place) {
        place.only("rule", "text", "routes");
        return new Reason(
                place.get("rule").text(),
                place.get("text").text(),
                place.get("routes").list(ReasonJson::readRoute));
    }

    private static SetRoute readRoute(Place place) {
        place.only("set", "steps", "user");
        Place user = place.get("user");
        return new SetRoute(
                place.get("set").constant(EngagementSet.class),
                new WitnessPath(
                        place.get("steps").list(ReasonJson::readStep), user.build(() -> new UserId(user.text()))));
    }

    private static Step readStep(Place place) {
        place.only(GROUP, ROLE, SUBTREE, PROFILE, NAME);
        String name = place.get(NAME).text();
        return place.build(() -> place.find(GROUP)
                .<Step>map(group -> new WitnessPath.GroupStep(new GroupId(group.text()), name))
                .or(() -> place.find(ROLE).map(role -> new WitnessPath.RoleStep(new RoleId(role.text()), name)))
                .or(() -> place.find(SUBTREE).map(top -> new WitnessPath.SubtreeStep(new RoleId(top.text()), name)))
                .orElseGet(() -> new WitnessPath.ProfileStep(
                        new ProfileId(place.get(PROFILE).text()), name)));
    }
}
