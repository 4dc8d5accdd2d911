package io.github.crosstie.conflict;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An organization in a few lines: users have profile {@code standard} unless said otherwise. */
final class OrganizationFixture {

    private final Organization organization;
    private final DirectoryBuilder directory;
    private final List<SyncConfiguration> configurations = new ArrayList<>();
    private final List<BusinessUnit> units = new ArrayList<>();

    private OrganizationFixture(String id, Environment environment) {
        organization = new Organization(new OrganizationId(id), id, environment);
        directory = Directory.builder(organization);
        profile("standard");
    }

    static OrganizationFixture production(String id) {
        return new OrganizationFixture(id, Environment.PRODUCTION);
    }

    static OrganizationFixture sandbox(String id) {
        return new OrganizationFixture(id, Environment.SANDBOX);
    }

    OrganizationFixture profile(String id) {
        directory.put(new Profile(new ProfileId(id), id));
        return this;
    }

    OrganizationFixture role(String id, @Nullable String parent) {
        directory.put(Role.internal(new RoleId(id), id, parent == null ? null : new RoleId(parent)));
        return this;
    }

    OrganizationFixture user(String id, @Nullable String address) {
        return user(id, address, user -> user);
    }

    OrganizationFixture user(String id, @Nullable String address, UnaryOperator<User.Builder> more) {
        directory.put(more.apply(User.builder(new UserId(id), id + "@user.name", new ProfileId("standard"))
                        .emailAddress(address))
                .build());
        return this;
    }

    OrganizationFixture group(String id, String... users) {
        directory.put(new Group(new GroupId(id), id, id));
        for (String user : users) {
            directory.addMember(new GroupId(id), new Member.OfUser(new UserId(user)));
        }
        return this;
    }

    OrganizationFixture member(String group, Member member) {
        directory.addMember(new GroupId(group), member);
        return this;
    }

    OrganizationFixture active(String id, Assignment... assignments) {
        return configuration(id, true, null, assignments);
    }

    OrganizationFixture inactive(String id, Assignment... assignments) {
        return configuration(id, false, null, assignments);
    }

    OrganizationFixture configuration(
            String id, boolean active, @Nullable Instant modifiedAt, Assignment... assignments) {
        configurations.add(SyncConfiguration.builder(new ConfigurationId(id))
                .active(active)
                .modifiedAt(modifiedAt)
                .assignments(assignments)
                .build());
        return this;
    }

    OrganizationFixture unit(
            String id,
            BothSetsPolicy policy,
            @Nullable String creator,
            List<Assignment> marketing,
            List<Assignment> sales) {
        units.add(new BusinessUnit(
                new BusinessUnitId(id),
                id,
                creator == null ? null : new UserId(creator),
                marketing,
                sales,
                ProfileRoleMapping.EMPTY,
                policy));
        return this;
    }

    OrganizationSetup setup() {
        return new OrganizationSetup(
                directory.build(),
                ConfigurationSet.of(organization.id(), configurations, units, AssignmentOrder.DEFAULT));
    }

    Roster roster() {
        return setup().roster();
    }

    static Assignment userOf(String id) {
        return new Assignment.OfUser(new UserId(id), null);
    }

    static Assignment userOf(String id, String assignedAt) {
        return new Assignment.OfUser(new UserId(id), Instant.parse(assignedAt));
    }

    static Assignment profileOf(String id) {
        return new Assignment.OfProfile(new ProfileId(id), null);
    }

    static Assignment profileOf(String id, String assignedAt) {
        return new Assignment.OfProfile(new ProfileId(id), Instant.parse(assignedAt));
    }

    static Assignment groupOf(String id) {
        return new Assignment.OfGroup(new GroupId(id), null);
    }

    static Assignment roleOf(String id) {
        return new Assignment.OfRole(new RoleId(id), null);
    }

    static Assignment subtreeOf(String id) {
        return new Assignment.OfRoleAndSubordinates(new RoleId(id), true, null);
    }
}
