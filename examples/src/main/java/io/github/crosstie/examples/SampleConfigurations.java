package io.github.crosstie.examples;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Configurations that suit any organization: all five kinds of assignment, an inactive configuration and a business unit.
 * What they are assigned to is chosen by size, so that the outcome is worth looking at.
 */
final class SampleConfigurations {

    private static final Instant WRITTEN = Instant.parse("2026-01-15T09:00:00Z");

    private final Directory directory;

    private SampleConfigurations(Directory directory) {
        this.directory = directory;
    }

    static ConfigurationSet of(Directory directory) {
        return new SampleConfigurations(directory).make();
    }

    private ConfigurationSet make() {
        List<SyncConfiguration> all = new ArrayList<>();
        firstUser().ifPresent(user -> all.add(configuration("pilot", 5, new Assignment.OfUser(user, WRITTEN))));
        smallestProfile()
                .ifPresent(profile ->
                        all.add(configuration("administrators", 4, new Assignment.OfProfile(profile, WRITTEN))));
        List<GroupId> groups = groupsBySize();
        groups.stream()
                .limit(1)
                .forEach(group -> all.add(configuration("largest-group", 3, new Assignment.OfGroup(group, WRITTEN))));
        groups.stream()
                .skip(1)
                .limit(1)
                .forEach(group -> all.add(configuration("paused", 9, new Assignment.OfGroup(group, WRITTEN)).toBuilder()
                        .active(false)
                        .build()));
        largestRole()
                .ifPresent(role -> all.add(configuration("largest-role", 2, new Assignment.OfRole(role, WRITTEN))));
        List<Assignment> roots = new ArrayList<>();
        directory.roles().all().stream()
                .filter(role -> role.parent() == null)
                .forEach(role -> roots.add(new Assignment.OfRoleAndSubordinates(role.id(), true, WRITTEN)));
        all.add(configuration("everybody-with-a-role", 1, roots.toArray(Assignment[]::new)));
        return ConfigurationSet.of(
                directory.organization().id(), all, List.of(businessUnit(groups)), AssignmentOrder.DEFAULT);
    }

    /** Contacts and events both ways; a later day of modification makes the configuration stronger. */
    private static SyncConfiguration configuration(String name, int day, Assignment... assignments) {
        return SyncConfiguration.builder(new ConfigurationId(name))
                .modifiedAt(WRITTEN.plusSeconds(86_400L * day))
                .assignments(assignments)
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .build();
    }

    private BusinessUnit businessUnit(List<GroupId> groups) {
        Map<ProfileId, EngagementRole> roles = new TreeMap<>();
        smallestProfile().ifPresent(profile -> roles.put(profile, EngagementRole.ADMINISTRATOR));
        return new BusinessUnit(
                new BusinessUnitId("campaigns"),
                "Campaigns",
                firstUser().orElse(null),
                groups.stream()
                        .limit(1)
                        .<Assignment>map(group -> new Assignment.OfGroup(group, WRITTEN))
                        .toList(),
                groups.stream()
                        .skip(1)
                        .limit(1)
                        .<Assignment>map(group -> new Assignment.OfGroup(group, WRITTEN))
                        .toList(),
                new ProfileRoleMapping(roles),
                BothSetsPolicy.SALES_WINS);
    }

    private Optional<UserId> firstUser() {
        return directory.users().all().stream()
                .filter(User::active)
                .map(User::id)
                .min(UserId::compareTo);
    }

    private Optional<ProfileId> smallestProfile() {
        int[] sizes = new int[directory.profiles().size()];
        for (int user = 0; user < directory.users().size(); user++) {
            sizes[directory.users().profile(user)]++;
        }
        int best = -1;
        for (int profile = 0; profile < sizes.length; profile++) {
            if (sizes[profile] > 0 && (best < 0 || sizes[profile] < sizes[best])) {
                best = profile;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(directory.profiles().id(best));
    }

    private List<GroupId> groupsBySize() {
        record Sized(GroupId id, int size) {}
        return directory.groups().all().stream()
                .map(group -> new Sized(
                        group.id(), directory.closure(group.id()).users().size()))
                .sorted((one, other) -> one.size() != other.size()
                        ? other.size() - one.size()
                        : one.id().compareTo(other.id()))
                .map(Sized::id)
                .toList();
    }

    private Optional<RoleId> largestRole() {
        int[] sizes = new int[directory.roles().size()];
        int best = -1;
        for (int user = 0; user < directory.users().size(); user++) {
            int role = directory.users().role(user);
            if (role >= 0 && ++sizes[role] > (best < 0 ? 0 : sizes[best])) {
                best = role;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(directory.roles().id(best));
    }
}
