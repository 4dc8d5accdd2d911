package io.github.crosstie.engagement.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.Release;
import io.github.crosstie.engagement.plan.UnitBasis;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.state.ReleaseToken;

/** The plan of one unit. Totals are those of the lists, but for what no list shows. */
final class UnitPlanJson {

    private UnitPlanJson() {}

    static void write(UnitPlan plan, ObjectNode into) {
        into.put("unit", plan.unit().value());
        into.put("name", plan.name());
        write(plan.basis(), into.putObject("basis"));
        ArrayNode changes = into.putArray("changes");
        plan.changes().forEach(change -> UserChangeJson.write(change, changes.addObject()));
        ArrayNode held = into.putArray("held");
        plan.held().forEach(each -> write(each, held.addObject()));
        ArrayNode left = into.putArray("left");
        plan.left().forEach(each -> write(each, left.addObject()));
        ArrayNode guards = into.putArray("guards");
        plan.guards().forEach(each -> write(each, guards.addObject()));
        into.putObject("totals")
                .put("inStep", plan.totals().inStep())
                .put("resting", plan.totals().resting())
                .put("ignored", plan.totals().ignored());
        Release release = plan.release();
        if (release != null) {
            ObjectNode node = into.putObject("release");
            node.put("token", release.token().value());
            ArrayNode places = node.putArray("places");
            release.places().forEach(places::add);
        }
    }

    private static void write(UnitBasis basis, ObjectNode into) {
        into.put("state", Spelling.of(basis.state())).put("listingComplete", basis.listingComplete());
        if (!basis.membershipsKnown()) {
            into.put("membershipsKnown", false);
        }
        into.put("liveUsers", basis.liveUsers()).put("releases", basis.releases());
    }

    private static void write(HeldChange held, ObjectNode into) {
        into.put("cause", Spelling.of(held.cause())).put("place", held.place());
        UserChangeJson.write(held.change(), into.putObject("change"));
    }

    private static void write(LeftAlone left, ObjectNode into) {
        into.put("code", Spelling.of(left.code()));
        if (left.user() != null) {
            into.put("user", left.user().value());
        }
        if (left.target() != null) {
            into.put("target", left.target().value());
        }
        ReasonJson.write(left.reason(), into.putObject("reason"));
    }

    private static void write(GuardVerdict verdict, ObjectNode into) {
        into.put("cause", Spelling.of(verdict.cause()))
                .put("planned", verdict.planned())
                .put("made", verdict.made())
                .put("users", verdict.users())
                .put("holds", verdict.holds())
                .put("reason", verdict.reason());
    }

    static UnitPlan read(Place place) {
        place.only("unit", "name", "basis", "changes", "held", "left", "guards", "totals", "release");
        Place unit = place.get("unit");
        Place totals = place.get("totals").only("inStep", "resting", "ignored");
        UnitPlan plan = place.build(() -> UnitPlan.of(
                unit.build(() -> new BusinessUnitId(unit.text())),
                place.get("name").text(),
                readBasis(place.get("basis")),
                place.get("changes").list(UserChangeJson::read),
                place.get("held").list(UnitPlanJson::readHeld),
                place.get("left").list(UnitPlanJson::readLeft),
                place.get("guards").list(UnitPlanJson::readVerdict),
                totals.get("inStep").integer(),
                totals.get("resting").integer(),
                totals.get("ignored").integer()));
        return place.find("release")
                .map(UnitPlanJson::readRelease)
                .map(plan::with)
                .orElse(plan);
    }

    private static UnitBasis readBasis(Place place) {
        place.only("state", "listingComplete", "membershipsKnown", "liveUsers", "releases");
        return new UnitBasis(
                place.get("state").constant(UnitState.class),
                place.get("listingComplete").bool(),
                place.find("membershipsKnown").map(Place::bool).orElse(true),
                place.get("liveUsers").integer(),
                place.get("releases").longInteger());
    }

    private static HeldChange readHeld(Place place) {
        place.only("cause", "place", "change");
        return new HeldChange(
                UserChangeJson.read(place.get("change")),
                place.get("cause").constant(HoldCause.class),
                place.get("place").integer());
    }

    private static LeftAlone readLeft(Place place) {
        place.only("code", "user", "target", "reason");
        return new LeftAlone(
                place.find("user")
                        .map(user -> user.build(() -> new UserId(user.text())))
                        .orElse(null),
                place.find("target").map(UserChangeJson::target).orElse(null),
                place.get("code").constant(LeftCode.class),
                ReasonJson.read(place.get("reason")));
    }

    private static GuardVerdict readVerdict(Place place) {
        place.only("cause", "planned", "made", "users", "holds", "reason");
        return new GuardVerdict(
                place.get("cause").constant(HoldCause.class),
                place.get("planned").integer(),
                place.get("made").integer(),
                place.get("users").integer(),
                place.get("holds").bool(),
                place.get("reason").text());
    }

    private static Release readRelease(Place place) {
        place.only("token", "places");
        Place token = place.get("token");
        return new Release(
                token.build(() -> new ReleaseToken(token.text())),
                place.get("places").list(Place::integer));
    }
}
