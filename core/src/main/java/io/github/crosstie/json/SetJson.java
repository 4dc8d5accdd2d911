package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.OrganizationId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What one organization's admins have written: configurations, business units and the order of assignments. */
final class SetJson {

    static final String ORGANIZATION = "organization";

    private SetJson() {}

    static JsonSection section(JsonPlace place) {
        return place.section(ORGANIZATION, "assignmentOrder", "configurations", "businessUnits");
    }

    /** Reads a set whose {@code organization}, if any, has been read before. */
    static ConfigurationSet read(JsonPlace place, OrganizationId organization, Targets targets) {
        JsonSection section = section(place);
        AssignmentOrder order = section.get("assignmentOrder", SetJson::readOrder, AssignmentOrder.DEFAULT);
        List<SyncConfiguration> configurations = section.get(
                "configurations",
                at -> distinct(
                        at,
                        item -> readConfiguration(item, targets),
                        each -> each.id().value()),
                List.of());
        List<BusinessUnit> units = section.get(
                "businessUnits",
                at -> distinct(
                        at,
                        item -> BusinessUnitJson.read(item, targets),
                        each -> each.id().value()),
                List.of());
        return place.build(() -> ConfigurationSet.of(organization, configurations, units, order));
    }

    private static <T> List<T> distinct(JsonPlace list, Function<JsonPlace, T> read, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        return list.items(item -> {
            T one = read.apply(item);
            if (!seen.add(id.apply(one))) {
                throw item.nameOf("id")
                        .fault("the id '" + JsonPlace.shortened(id.apply(one))
                                + "' is taken by an earlier entry of the list; give one of them another id");
            }
            return one;
        });
    }

    private static AssignmentOrder readOrder(JsonPlace place) {
        List<AssignmentKind> kinds = place.items(item -> item.constant(AssignmentKind.class));
        return place.build(() -> new AssignmentOrder(kinds));
    }

    private static SyncConfiguration readConfiguration(JsonPlace place, Targets targets) {
        JsonSection section = place.section(
                "id",
                "name",
                "active",
                "modifiedAt",
                "assignments",
                "contacts",
                "events",
                "deletionGuard",
                "quarantine");
        SyncConfiguration.Builder builder = SyncConfiguration.builder(
                new ConfigurationId(section.require("id").name()));
        section.find("name").ifPresent(at -> builder.name(at.text()));
        section.find("active").ifPresent(at -> builder.active(at.bool()));
        section.findRecorded("modifiedAt").ifPresent(at -> builder.modifiedAt(at.instant()));
        section.find("assignments").ifPresent(at -> {
            List<Assignment> assignments = AssignmentJson.read(at, targets);
            builder.assignments(assignments);
        });
        section.find("contacts").ifPresent(at -> builder.contacts(RecordsJson.readContacts(at)));
        section.find("events").ifPresent(at -> builder.events(RecordsJson.readEvents(at)));
        section.find("deletionGuard").ifPresent(at -> builder.deletionGuard(GuardJson.readDeletionGuard(at)));
        section.find("quarantine").ifPresent(at -> builder.quarantine(GuardJson.readQuarantine(at)));
        return place.build(builder::build);
    }

    static void write(ConfigurationSet set, ObjectNode into) {
        ArrayNode order = into.putArray("assignmentOrder");
        set.order().kinds().forEach(kind -> order.add(Spelling.of(kind)));
        ArrayNode configurations = into.putArray("configurations");
        set.configurations().forEach(each -> write(each, configurations.addObject()));
        ArrayNode units = into.putArray("businessUnits");
        set.businessUnits().forEach(each -> BusinessUnitJson.write(each, units.addObject()));
    }

    private static void write(SyncConfiguration configuration, ObjectNode into) {
        into.put("id", configuration.id().value());
        into.put("name", configuration.name());
        into.put("active", configuration.active());
        if (configuration.modifiedAt() != null) {
            into.put("modifiedAt", configuration.modifiedAt().toString());
        }
        into.set("assignments", AssignmentJson.write(configuration.assignments()));
        RecordsJson.write(configuration.contacts(), into.putObject("contacts"));
        RecordsJson.write(configuration.events(), into.putObject("events"));
        GuardJson.write(configuration.deletionGuard(), into.putObject("deletionGuard"));
        GuardJson.write(configuration.quarantine(), into.putObject("quarantine"));
    }
}
