package io.github.crosstie.conflict;

import io.github.crosstie.assignment.OrganizationSetup;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Small companies with everything that can clash: few of each thing, so that much is shared. */
final class RandomLandscapes {

    /** Spellings by mailbox; the last of them are no addresses. */
    private static final String[][] SPELLINGS = {
        {"anna@example.com", "Anna@Example.COM", " anna@example.com"},
        {"ben@bücher.example", "Ben@xn--bcher-kva.example", "BEN@BÜCHER.example"},
        {"cleo@example.com", "\"cleo\"@example.com"},
        {"dan@example.org"},
        {"eve@example.org", "EVE@example.org"},
        {"finn@example.org"},
        {"gus@example.org"},
        {"no address", "", "@example.org"},
    };

    private final RandomGenerator random;

    RandomLandscapes(RandomGenerator random) {
        this.random = random;
    }

    List<OrganizationSetup> next() {
        List<OrganizationSetup> setups = new ArrayList<>();
        int organizations = 2 + random.nextInt(3);
        for (int at = 0; at < organizations; at++) {
            setups.add(organization("org" + at, random.nextInt(3) == 0));
        }
        return setups;
    }

    OrganizationSetup organization(String id, boolean sandbox) {
        return organization(id, sandbox, 0);
    }

    /** An organization with as many users more, of whom one in ten shares an address with those of other organizations. */
    OrganizationSetup organization(String id, boolean sandbox, int crowd) {
        Organization organization =
                new Organization(new OrganizationId(id), id, sandbox ? Environment.SANDBOX : Environment.PRODUCTION);
        DirectoryBuilder directory = Directory.builder(organization);
        for (int at = 0; at < 3; at++) {
            directory.put(new Profile(new ProfileId("p" + at), "p" + at));
        }
        for (int at = 0; at < 4; at++) {
            directory.put(Role.internal(
                    new RoleId("r" + at), "r" + at, at == 0 ? null : new RoleId("r" + random.nextInt(at))));
        }
        int users = 3 + random.nextInt(4);
        for (int at = 0; at < users; at++) {
            directory.put(user("u" + at, sandbox));
        }
        for (int at = 0; at < crowd; at++) {
            String domain = random.nextInt(10) == 0 ? "shared" : id;
            directory.put(user("x" + at, sandbox).toBuilder()
                    .emailAddress("x" + at + "@" + domain + ".example")
                    .build());
        }
        for (int at = 0; at < 4; at++) {
            directory.put(new Group(new GroupId("g" + at), "g" + at, "g" + at));
        }
        for (int at = random.nextInt(10); at > 0; at--) {
            directory.addMember(new GroupId("g" + random.nextInt(4)), member(users));
        }
        return new OrganizationSetup(directory.build(), configurations(organization.id(), users));
    }

    User user(String id, boolean sandbox) {
        return User.builder(new UserId(id), id, new ProfileId("p" + random.nextInt(3)))
                .role(random.nextInt(3) == 0 ? null : new RoleId("r" + random.nextInt(4)))
                .active(random.nextInt(6) > 0)
                .emailAddress(address(sandbox))
                .build();
    }

    private @Nullable String address(boolean sandbox) {
        if (random.nextInt(20) == 0) {
            return null;
        }
        String[] spellings = SPELLINGS[random.nextInt(SPELLINGS.length)];
        String spelling = spellings[random.nextInt(spellings.length)];
        return (sandbox && random.nextBoolean()) || random.nextInt(20) == 0 ? spelling + ".invalid" : spelling;
    }

    Member member(int users) {
        return switch (random.nextInt(6)) {
            case 0 -> new Member.OfGroup(new GroupId("g" + random.nextInt(4)));
            case 1 -> new Member.OfRole(new RoleId("r" + random.nextInt(4)));
            case 2 -> new Member.OfRoleAndSubordinates(new RoleId("r" + random.nextInt(4)), random.nextBoolean());
            default -> new Member.OfUser(new UserId("u" + random.nextInt(users)));
        };
    }

    private ConfigurationSet configurations(OrganizationId organization, int users) {
        List<SyncConfiguration> configurations = new ArrayList<>();
        for (int at = random.nextInt(4); at >= 0; at--) {
            configurations.add(SyncConfiguration.builder(new ConfigurationId("c" + at))
                    .active(random.nextInt(4) > 0)
                    .modifiedAt(moment())
                    .assignments(assignments(users, true))
                    .build());
        }
        List<BusinessUnit> units = new ArrayList<>();
        for (int at = random.nextInt(3); at > 0; at--) {
            units.add(new BusinessUnit(
                    new BusinessUnitId("b" + at),
                    "b" + at,
                    random.nextBoolean() ? new UserId("u0") : null,
                    assignments(users, false),
                    assignments(users, false),
                    ProfileRoleMapping.EMPTY,
                    List.of(BothSetsPolicy.values()).get(random.nextInt(3))));
        }
        return ConfigurationSet.of(organization, configurations, units, AssignmentOrder.DEFAULT);
    }

    private List<Assignment> assignments(int users, boolean profiles) {
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        for (int at = random.nextInt(4); at > 0; at--) {
            Assignment assignment = assignment(users, profiles);
            assignments.put(assignment.kind() + assignment.targetId(), assignment);
        }
        return List.copyOf(assignments.values());
    }

    Assignment assignment(int users, boolean profiles) {
        return switch (random.nextInt(profiles ? 6 : 5)) {
            case 0, 1 -> new Assignment.OfUser(new UserId("u" + random.nextInt(users + 1)), moment());
            case 2 -> new Assignment.OfGroup(new GroupId("g" + random.nextInt(4)), moment());
            case 3 -> new Assignment.OfRole(new RoleId("r" + random.nextInt(4)), moment());
            case 4 ->
                new Assignment.OfRoleAndSubordinates(
                        new RoleId("r" + random.nextInt(4)), random.nextBoolean(), moment());
            default -> new Assignment.OfProfile(new ProfileId("p" + random.nextInt(3)), moment());
        };
    }

    private @Nullable Instant moment() {
        int second = random.nextInt(4);
        return second == 0 ? null : Instant.ofEpochSecond(second);
    }
}
