package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A made-up organization of a given size. A million users have 500 profiles, 5,000 roles some thirty deep, a few of them portal
 * roles, and 2,000 groups that hold each other, with diamonds and a few cycles, and hold roles and subtrees; fewer users have
 * fewer of all. A user is listed by none to three groups; a twentieth of the users and an eighth of the configurations are
 * inactive. Each configuration has twenty assignments of all five kinds. The same size always gives the same organization.
 */
final class SyntheticOrganization {

    private static final long SEED = 20_260_101;
    private static final int ASSIGNMENTS = 20;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final OrganizationId id = new OrganizationId("00D000000000001");
    private final int users;
    private final int profiles;
    private final int roles;
    private final int groups;

    private SyntheticOrganization(int users) {
        this.users = users;
        profiles = Math.max(5, users / 2_000);
        roles = Math.max(20, users / 200);
        groups = Math.max(20, users / 500);
    }

    static OrganizationSetup of(int users, int configurations) {
        SyntheticOrganization made = new SyntheticOrganization(users);
        return new OrganizationSetup(made.directory(), made.configurations(configurations));
    }

    private Directory directory() {
        DirectoryBuilder builder = Directory.builder(new Organization(id, "synthetic", Environment.PRODUCTION));
        for (int profile = 0; profile < profiles; profile++) {
            builder.put(new Profile(profile(profile), "Profile " + profile));
        }
        for (int role = 0; role < roles; role++) {
            RoleId parent = role < 3 ? null : role(random.nextInt(role / 2, role));
            builder.put(new Role(role(role), "Role_" + role, "Role " + role, parent, role % 97 == 96));
        }
        for (int group = 0; group < groups; group++) {
            builder.put(new Group(group(group), "Group_" + group, "Group " + group));
            nest(builder, group);
        }
        for (int user = 0; user < users; user++) {
            builder.put(User.builder(user(user), "user" + user + "@example.com", profile(random.nextInt(profiles)))
                    .role(random.nextInt(10) == 0 ? null : role(random.nextInt(roles)))
                    .active(random.nextInt(20) != 0)
                    .emailAddress("user" + user + "@example.com")
                    .build());
            for (int count = random.nextInt(4); count > 0; count--) {
                builder.addMember(group(random.nextInt(groups)), new Member.OfUser(user(user)));
            }
        }
        return builder.build();
    }

    /** Inwards, to groups of higher number; now and then back from one of them, which closes a cycle. */
    private void nest(DirectoryBuilder builder, int group) {
        for (int count = random.nextInt(3); count > 0 && group + 1 < groups; count--) {
            int inner = random.nextInt(group + 1, groups);
            builder.addMember(group(group), new Member.OfGroup(group(inner)));
            if (random.nextInt(100) == 0) {
                builder.addMember(group(inner), new Member.OfGroup(group(group)));
            }
        }
        if (random.nextInt(10) == 0) {
            builder.addMember(group(group), new Member.OfRole(role(random.nextInt(roles))));
        }
        if (random.nextInt(20) == 0) {
            RoleId top = role(random.nextInt(roles / 4, roles));
            builder.addMember(group(group), new Member.OfRoleAndSubordinates(top, random.nextBoolean()));
        }
    }

    private ConfigurationSet configurations(int count) {
        List<SyncConfiguration> made = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Map<String, Assignment> assignments = new LinkedHashMap<>();
            while (assignments.size() < ASSIGNMENTS) {
                Assignment assignment = assignment();
                assignments.put(assignment.kind() + assignment.targetId(), assignment);
            }
            made.add(SyncConfiguration.builder(new ConfigurationId("configuration-" + number))
                    .active(number % 8 != 7)
                    .modifiedAt(Instant.EPOCH.plusSeconds(random.nextInt(1_000)))
                    .assignments(List.copyOf(assignments.values()))
                    .build());
        }
        return ConfigurationSet.of(id, made, List.of(), AssignmentOrder.DEFAULT);
    }

    private Assignment assignment() {
        return switch (random.nextInt(20)) {
            case 0 -> new Assignment.OfProfile(profile(random.nextInt(profiles)), Instant.EPOCH);
            case 1, 2, 3, 4, 5 -> new Assignment.OfUser(user(random.nextInt(users)), Instant.EPOCH);
            case 6, 7, 8, 9, 10 -> new Assignment.OfRole(role(random.nextInt(roles)), Instant.EPOCH);
            case 11, 12, 13 ->
                new Assignment.OfRoleAndSubordinates(
                        role(random.nextInt(roles / 8, roles)), random.nextBoolean(), Instant.EPOCH);
            default -> new Assignment.OfGroup(group(random.nextInt(groups)), Instant.EPOCH);
        };
    }

    private static ProfileId profile(int number) {
        return new ProfileId("00e" + padded(number));
    }

    static RoleId role(int number) {
        return new RoleId("00E" + padded(number));
    }

    static GroupId group(int number) {
        return new GroupId("00G" + padded(number));
    }

    static UserId user(int number) {
        return new UserId("005" + padded(number));
    }

    /** Ids are as long as real ones, whatever the number. */
    private static long padded(int number) {
        return 100_000_000_000_000L + number;
    }
}
