package io.github.crosstie.examples;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two business units that suit any organization, and use all four kinds of assignment. What they are assigned to is
 * what the sample configurations are.
 */
final class SampleUnits {

    private final ConfigurationSet samples;
    private final BusinessUnit campaigns;

    private SampleUnits(Directory directory) {
        samples = SampleConfigurations.of(directory);
        campaigns = samples.businessUnits().get(0);
    }

    static List<BusinessUnit> of(Directory directory) {
        SampleUnits units = new SampleUnits(directory);
        return List.of(units.campaigns(directory), units.events(directory));
    }

    private BusinessUnit campaigns(Directory directory) {
        return named("campaigns", "Campaigns", directory)
                .withAssignments(EngagementSet.MARKETING_USERS, distinct(creator(), campaigns.marketingUsers()))
                .withAssignments(EngagementSet.SALES_USERS, campaigns.salesUsers());
    }

    private BusinessUnit events(Directory directory) {
        return named("events", "Events", directory)
                .withAssignments(
                        EngagementSet.MARKETING_USERS, distinct(creator(), assignments("everybody-with-a-role")))
                .withAssignments(
                        EngagementSet.SALES_USERS, distinct(assignments("largest-role"), campaigns.salesUsers()));
    }

    /** Ids of units are unique beyond the organization. */
    private BusinessUnit named(String id, String name, Directory directory) {
        return new BusinessUnit(
                new BusinessUnitId(directory.organization().id() + "-" + id),
                name + " of " + directory.organization().name(),
                campaigns.creator(),
                List.of(),
                List.of(),
                campaigns.mapping(),
                campaigns.bothSets());
    }

    /** The one who created the unit administers it (U1). */
    private List<Assignment> creator() {
        @Nullable UserId creator = campaigns.creator();
        return creator == null ? List.of() : List.of(new Assignment.OfUser(creator));
    }

    private List<Assignment> assignments(String configuration) {
        return samples.configurations().stream()
                .filter(each -> each.id().equals(new ConfigurationId(configuration)))
                .findFirst()
                .map(SyncConfiguration::assignments)
                .orElse(List.of());
    }

    private static List<Assignment> distinct(List<Assignment> some, List<Assignment> more) {
        Map<String, Assignment> all = new LinkedHashMap<>();
        some.forEach(each -> all.putIfAbsent(each.kind() + " " + each.targetId(), each));
        more.forEach(each -> all.putIfAbsent(each.kind() + " " + each.targetId(), each));
        return new ArrayList<>(all.values());
    }
}
