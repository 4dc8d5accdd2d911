package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Random edits of a random organization, by the doors that hosts use. */
final class RandomEdits {

    private final RandomGenerator random;
    private final RandomOrganization organization;
    private int added = 100;

    RandomEdits(RandomGenerator random, RandomOrganization organization) {
        this.random = random;
        this.organization = organization;
    }

    /** One to three edits in one step, of either or both. */
    OrganizationSetup edit(OrganizationSetup setup) {
        OrganizationSetup edited = setup;
        for (int count = random.nextInt(1, 4); count > 0; count--) {
            edited = random.nextBoolean()
                    ? edited.with(edit(edited.directory()))
                    : edited.with(edit(edited.configurations()));
        }
        return edited;
    }

    private Directory edit(Directory directory) {
        DirectoryBuilder builder = directory.update();
        User someone = any(directory.users().all());
        switch (random.nextInt(15)) {
            case 0 ->
                builder.put(
                        someone.toBuilder().profile(organization.profileId()).build());
            case 1 ->
                builder.put(someone.toBuilder().role(organization.roleOrNone()).build());
            case 2 -> builder.put(someone.toBuilder().active(!someone.active()).build());
            case 3 -> builder.put(someone.toBuilder().title("Vice president").build());
            case 4 -> builder.put(organization.user(added++));
            case 5 -> builder.put(organization.user(directory.users().size()));
            case 6, 7, 8 -> builder.addMember(group(directory), organization.member());
            case 9, 10 -> removeMember(directory, builder);
            case 11 -> builder.put(organization.role(random.nextInt(organization.roles() + 1)));
            case 12 -> builder.put(new Group(new GroupId("00G" + added), "Group_" + added, "Group " + added++));
            case 13 -> rarely(builder, directory);
            default -> builder.removeMember(group(directory), new Member.OfUser(someone.id()));
        }
        return builder.build();
    }

    private GroupId group(Directory directory) {
        List<Group> groups = directory.groups().all();
        return groups.isEmpty() ? organization.groupId() : any(groups).id();
    }

    private void removeMember(Directory directory, DirectoryBuilder builder) {
        GroupId group = group(directory);
        Set<Member> members = directory.groups().members(group);
        if (!members.isEmpty()) {
            builder.removeMember(group, any(List.copyOf(members)));
        }
    }

    private void rarely(DirectoryBuilder builder, Directory directory) {
        switch (random.nextInt(4)) {
            case 0 -> builder.remove(group(directory));
            case 1 -> builder.complete(!directory.complete());
            case 2 -> builder.remove(new RoleId("00E" + random.nextInt(organization.roles() + 1)));
            default -> {
                if (directory.users().size() > 1) {
                    builder.remove(any(directory.users().all()).id());
                }
            }
        }
    }

    private ConfigurationSet edit(ConfigurationSet set) {
        if (set.configurations().isEmpty()) {
            return set.with(organization.configuration(added++));
        }
        SyncConfiguration one = any(set.configurations());
        ConfigurationId id = one.id();
        return switch (random.nextInt(11)) {
            case 0, 1 -> set.edit(id, builder -> builder.active(!one.active()));
            case 2, 3 -> set.edit(id, builder -> builder.modifiedAt(organization.moment()));
            case 4 -> set.edit(id, builder -> builder.name("renamed"));
            case 5 -> set.assign(id, organization.assignment());
            case 6 -> withOneMore(set, one);
            case 7 -> one.assignments().isEmpty() ? set : set.unassign(id, any(one.assignments()));
            case 8 -> set.with(organization.configuration(added++));
            case 9 ->
                random.nextInt(3) > 0
                        ? set.without(id)
                        : ConfigurationSet.of(
                                set.organization(), set.configurations(), List.of(), organization.order());
            default ->
                set.with(new BusinessUnit(
                        new BusinessUnitId("0Uz"),
                        "EMEA",
                        null,
                        List.of(),
                        List.of(),
                        ProfileRoleMapping.EMPTY,
                        BothSetsPolicy.SALES_WINS));
        };
    }

    /** As data that bypassed the product's moves (C4). */
    private ConfigurationSet withOneMore(ConfigurationSet set, SyncConfiguration one) {
        Assignment assignment = organization.assignment();
        if (one.assignments().stream().anyMatch(assignment::sameTarget)) {
            return set;
        }
        List<Assignment> assignments = new ArrayList<>(one.assignments());
        assignments.add(assignment);
        return set.edit(one.id(), builder -> builder.assignments(assignments));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
