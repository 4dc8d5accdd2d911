package io.github.crosstie.engagement.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.engagement.plan.UnreachedUnit;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import java.util.Objects;

/**
 * Plans of User Sync as JSON documents (G1), to be kept, shown, compared and carried out later;
 * {@code docs/user-sync-plan-format.md} explains each member. They hold the values of fields, which are personal data,
 * but no secrets (G6).
 *
 * <p>Writing is deterministic: equal plans give equal texts, byte for byte. Reading gives back an equal plan, or
 * refuses what it does not understand with an {@link io.github.crosstie.fault.InvalidInputException} that names the
 * document, the path and the remedy; nothing is taken over then. A document in which somebody edited released changes
 * is read, and refused when it is applied. Stateless and thread-safe.
 */
public final class UserSyncPlanJson {

    /** The version of the format that is written, and the only one that is read. */
    public static final int VERSION = 1;

    private UserSyncPlanJson() {}

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(UserSyncPlan plan) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION);
        root.put("organization", plan.organization().value());
        root.put("plannedAt", plan.plannedAt().toString());
        root.put("directoryComplete", plan.directoryComplete());
        if (plan.undoing()) {
            root.put("undoing", true);
        }
        ArrayNode units = root.putArray("units");
        plan.units().forEach(unit -> UnitPlanJson.write(unit, units.addObject()));
        ArrayNode unreached = root.putArray("unreached");
        plan.unreached().forEach(unit -> write(unit, unreached.addObject()));
        return Document.print(root);
    }

    private static void write(UnreachedUnit unit, ObjectNode into) {
        into.put("unit", unit.unit().value()).put("message", unit.message());
        if (unit.retryAt() != null) {
            into.put("retryAt", unit.retryAt().toString());
        }
    }

    /**
     * Reads a plan.
     *
     * @param source what to call the document in messages, such as a file's name
     * @param json the document
     * @return the plan
     * @throws io.github.crosstie.fault.InvalidInputException if the document cannot be used
     */
    public static UserSyncPlan read(String source, String json) {
        Place root = Document.parse(Objects.requireNonNull(source, "source"), json)
                .only("version", "organization", "plannedAt", "directoryComplete", "undoing", "units", "unreached");
        if (root.get("version").integer() != VERSION) {
            throw root.get("version").fault("only version " + VERSION + " is read; plan again with this release");
        }
        Place organization = root.get("organization");
        return new UserSyncPlan(
                organization.build(() -> new OrganizationId(organization.text())),
                root.get("plannedAt").instant(),
                root.get("directoryComplete").bool(),
                root.get("units").list(UnitPlanJson::read),
                root.get("unreached").list(UserSyncPlanJson::readUnreached),
                root.find("undoing").map(Place::bool).orElse(false));
    }

    private static UnreachedUnit readUnreached(Place place) {
        place.only("unit", "message", "retryAt");
        Place unit = place.get("unit");
        return new UnreachedUnit(
                unit.build(() -> new BusinessUnitId(unit.text())),
                place.get("message").text(),
                place.find("retryAt").map(Place::instant).orElse(null));
    }
}
