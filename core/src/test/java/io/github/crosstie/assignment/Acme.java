package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
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
import org.jspecify.annotations.Nullable;

/** An organization for tests: records by their ids, names equal to ids, configurations in any order. */
final class Acme {

    static final Organization ORGANIZATION =
            new Organization(new OrganizationId("00DAcme"), "Acme", Environment.PRODUCTION);

    private final DirectoryBuilder directory;
    private final List<SyncConfiguration> configurations = new ArrayList<>();
    private AssignmentOrder order = AssignmentOrder.DEFAULT;

    private Acme(DirectoryBuilder directory) {
        this.directory = directory;
    }

    static Acme acme() {
        return new Acme(Directory.builder(ORGANIZATION));
    }

    /** The first so many days of a year, to be put in order. */
    static Instant day(int number) {
        return Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * number);
    }

    Acme profile(String id) {
        directory.put(new Profile(new ProfileId(id), id));
        return this;
    }

    Acme role(String id, @Nullable String parent) {
        return role(id, parent, false);
    }

    Acme portalRole(String id, @Nullable String parent) {
        return role(id, parent, true);
    }

    private Acme role(String id, @Nullable String parent, boolean portal) {
        directory.put(new Role(new RoleId(id), id, id, parent == null ? null : new RoleId(parent), portal));
        return this;
    }

    Acme group(String id, Member... members) {
        directory.put(new Group(new GroupId(id), id, id));
        for (Member member : members) {
            directory.addMember(new GroupId(id), member);
        }
        return this;
    }

    Acme user(String id, String profile) {
        directory.put(someone(id, profile, null, true));
        return this;
    }

    Acme user(String id, String profile, String role) {
        directory.put(someone(id, profile, role, true));
        return this;
    }

    Acme inactiveUser(String id, String profile, String role) {
        directory.put(someone(id, profile, role, false));
        return this;
    }

    static User someone(String id, String profile, @Nullable String role, boolean active) {
        return User.builder(new UserId(id), id + "@acme.example", new ProfileId(profile))
                .role(role == null ? null : new RoleId(role))
                .active(active)
                .build();
    }

    Acme incomplete() {
        directory.complete(false);
        return this;
    }

    Acme on(String id, Assignment... assignments) {
        return configured(id, true, null, assignments);
    }

    Acme on(String id, @Nullable Instant modifiedAt, Assignment... assignments) {
        return configured(id, true, modifiedAt, assignments);
    }

    Acme off(String id, Assignment... assignments) {
        return configured(id, false, null, assignments);
    }

    private Acme configured(String id, boolean active, @Nullable Instant modifiedAt, Assignment... assignments) {
        configurations.add(SyncConfiguration.builder(new ConfigurationId(id))
                .active(active)
                .modifiedAt(modifiedAt)
                .assignments(assignments)
                .build());
        return this;
    }

    Acme order(AssignmentOrder order) {
        this.order = order;
        return this;
    }

    Directory directory() {
        return directory.build();
    }

    ConfigurationSet configurations() {
        return ConfigurationSet.of(ORGANIZATION.id(), configurations, List.of(), order);
    }

    Roster roster() {
        return AssignmentResolver.resolve(directory(), configurations());
    }

    Resolution resolution(String user) {
        return roster().resolution(new UserId(user));
    }

    static Assignment toUser(String id) {
        return toUser(id, null);
    }

    static Assignment toUser(String id, @Nullable Instant at) {
        return new Assignment.OfUser(new UserId(id), at);
    }

    static Assignment toProfile(String id) {
        return toProfile(id, null);
    }

    static Assignment toProfile(String id, @Nullable Instant at) {
        return new Assignment.OfProfile(new ProfileId(id), at);
    }

    static Assignment toGroup(String id) {
        return new Assignment.OfGroup(new GroupId(id), null);
    }

    static Assignment toRole(String id) {
        return new Assignment.OfRole(new RoleId(id), null);
    }

    static Assignment toSubtree(String id) {
        return new Assignment.OfRoleAndSubordinates(new RoleId(id), true, null);
    }

    static Assignment toWholeSubtree(String id) {
        return new Assignment.OfRoleAndSubordinates(new RoleId(id), false, null);
    }

    static Member aUser(String id) {
        return new Member.OfUser(new UserId(id));
    }

    static Member aGroup(String id) {
        return new Member.OfGroup(new GroupId(id));
    }

    static Member aRole(String id) {
        return new Member.OfRole(new RoleId(id));
    }

    static Member aSubtree(String id) {
        return new Member.OfRoleAndSubordinates(new RoleId(id), true);
    }

    static Member aWholeSubtree(String id) {
        return new Member.OfRoleAndSubordinates(new RoleId(id), false);
    }

    static ConfigurationId configuration(String id) {
        return new ConfigurationId(id);
    }
}
