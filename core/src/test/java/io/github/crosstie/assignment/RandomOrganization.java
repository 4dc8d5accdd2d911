package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A small random organization in which everything odd happens often: cycles of groups, portal and orphan roles, members,
 * profiles, roles and targets that were not listed, equal and absent times, more configurations than a mask word holds.
 */
final class RandomOrganization {

    /** An id beyond the listed ones, so that now and then something unlisted is named. */
    private static final int UNLISTED = 1;

    private final RandomGenerator random;
    private final int profiles;
    private final int roles;
    private final int groups;
    private final int users;
    private final int configurationCount;

    private RandomOrganization(
            RandomGenerator random, int profiles, int roles, int groups, int users, int configurations) {
        this.random = random;
        this.profiles = profiles;
        this.roles = roles;
        this.groups = groups;
        this.users = users;
        configurationCount = configurations;
    }

    static RandomOrganization of(RandomGenerator random) {
        int profiles = random.nextInt(1, 5);
        int roles = random.nextInt(9);
        int groups = random.nextInt(8);
        return new RandomOrganization(random, profiles, roles, groups, random.nextInt(1, 11), -1);
    }

    /** One of a given size, with more of everything else, too. */
    static RandomOrganization of(RandomGenerator random, int users, int configurations) {
        return new RandomOrganization(random, 6, 12, 12, users, configurations);
    }

    OrganizationSetup setup() {
        return new OrganizationSetup(directory(), configurations());
    }

    Directory directory() {
        DirectoryBuilder directory = Directory.builder(Acme.ORGANIZATION).complete(random.nextInt(8) > 0);
        for (int at = 0; at < profiles; at++) {
            directory.put(new Profile(new ProfileId("00e" + at), "Profile " + at));
        }
        for (int at = 0; at < roles; at++) {
            directory.put(role(at));
        }
        for (int at = 0; at < groups; at++) {
            directory.put(new Group(new GroupId("00G" + at), "Group_" + at, "Group " + at));
            for (int count = random.nextInt(4); count > 0; count--) {
                directory.addMember(new GroupId("00G" + at), member());
            }
        }
        for (int at = 0; at < users; at++) {
            directory.put(user(at));
        }
        return directory.build();
    }

    /** Parents have smaller numbers, so there is no cycle. */
    Role role(int number) {
        @Nullable RoleId parent = number == 0 || chance(6) ? null : new RoleId("00E" + random.nextInt(number));
        if (chance(15)) {
            parent = new RoleId(chance(2) ? "00Ehidden" : "00E" + (roles + UNLISTED));
        }
        return new Role(new RoleId("00E" + number), "Role_" + number, "Role " + number, parent, chance(5));
    }

    User user(int number) {
        return User.builder(new UserId("005" + number), "u" + number + "@acme.example", profileId())
                .role(roleOrNone())
                .active(!chance(6))
                .build();
    }

    @Nullable
    RoleId roleOrNone() {
        return chance(4) ? null : roleId();
    }

    Member member() {
        if (chance(40)) {
            return new Member.Unreadable("00Gqueue", Member.Unreadable.Reason.UNSUPPORTED_GROUP_TYPE);
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Member.OfUser(userId());
            case 2, 3 -> new Member.OfGroup(groupId());
            case 4 -> new Member.OfRole(roleId());
            default -> new Member.OfRoleAndSubordinates(roleId(), random.nextBoolean());
        };
    }

    ConfigurationSet configurations() {
        List<SyncConfiguration> configurations = new ArrayList<>();
        int count = configurationCount;
        if (count < 0) {
            count = chance(5) ? random.nextInt(60, 81) : random.nextInt(8);
        }
        for (int at = 0; at < count; at++) {
            configurations.add(configuration(at));
        }
        return ConfigurationSet.of(Acme.ORGANIZATION.id(), configurations, List.of(), order());
    }

    AssignmentOrder order() {
        List<AssignmentKind> kinds = new ArrayList<>(AssignmentOrder.DEFAULT.kinds());
        if (random.nextBoolean()) {
            for (int at = kinds.size() - 1; at > 1; at--) {
                Collections.swap(kinds, at, random.nextInt(1, at + 1));
            }
        }
        return new AssignmentOrder(kinds);
    }

    SyncConfiguration configuration(int number) {
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            Assignment assignment = assignment();
            assignments.put(assignment.kind() + assignment.targetId(), assignment);
        }
        return SyncConfiguration.builder(new ConfigurationId("C" + number))
                .active(!chance(3))
                .modifiedAt(moment())
                .assignments(List.copyOf(assignments.values()))
                .build();
    }

    Assignment assignment() {
        return switch (random.nextInt(5)) {
            case 0 -> new Assignment.OfUser(userId(), moment());
            case 1 -> new Assignment.OfProfile(profileId(), moment());
            case 2 -> new Assignment.OfGroup(groupId(), moment());
            case 3 -> new Assignment.OfRole(roleId(), moment());
            default -> new Assignment.OfRoleAndSubordinates(roleId(), random.nextBoolean(), moment());
        };
    }

    @Nullable
    Instant moment() {
        return chance(4) ? null : Acme.day(random.nextInt(3));
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    UserId userId() {
        return new UserId("005" + number(users));
    }

    ProfileId profileId() {
        return new ProfileId("00e" + number(profiles));
    }

    GroupId groupId() {
        return new GroupId("00G" + number(groups));
    }

    RoleId roleId() {
        return new RoleId("00E" + number(roles));
    }

    int roles() {
        return roles;
    }

    private int number(int listed) {
        return chance(20) || listed == 0 ? listed + UNLISTED : random.nextInt(listed);
    }
}
