package io.github.crosstie.benchmarks;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
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
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.planner.UserSyncSettings;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A made-up organization of a given number of users, with 500 public groups that hold each other, roles and subtrees,
 * 5,000 roles, 50 profiles, and five business units whose sets are groups, roles, subtrees and users. The units are
 * nearly in step: of a hundred users two or three are missing, in the recycle bin or changed, and a few are there whom
 * no set holds. The same size always gives the same.
 */
final class SyntheticBusinessUnits {

    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    /** Opted in, and nothing was ever taken away. */
    static final UnitLedger LEDGER =
            UnitLedger.of(UnitState.ASSIGNED).optedIn(new OptIn("an admin", "the same", new ReleaseToken("seen"), NOW));

    /** Lets everything pass, as the plain way knows no limits. */
    static final DeletionGuard GENEROUS =
            new DeletionGuard(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, Duration.ofDays(1));

    private static final long SEED = 20_260_302;
    private static final int UNITS = 5;
    private static final int GROUPS = 500;
    private static final int ROLES = 5_000;
    private static final int PROFILES = 50;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final int users;
    final Directory directory;
    final List<BusinessUnit> units = new ArrayList<>();
    final List<ObservedUnit> observed = new ArrayList<>();

    SyntheticBusinessUnits(int users) {
        this.users = users;
        directory = build();
        for (int number = 0; number < UNITS; number++) {
            units.add(unit(number));
        }
        for (BusinessUnit unit : units) {
            observed.add(seen(unit.id(), nearlyInStep(inStep(directory, unit))));
        }
    }

    private Directory build() {
        DirectoryBuilder builder = Directory.builder(
                new Organization(new OrganizationId("00D000000000001"), "synthetic", Environment.PRODUCTION));
        for (int profile = 0; profile < PROFILES; profile++) {
            builder.put(new Profile(profile(profile), "Profile " + profile));
        }
        for (int role = 0; role < ROLES; role++) {
            RoleId parent = role < 3 ? null : role(random.nextInt(role / 2, role));
            builder.put(Role.internal(role(role), "Role_" + role, parent));
        }
        for (int group = 0; group < GROUPS; group++) {
            builder.put(new Group(group(group), "Group_" + group, "Group " + group));
            nest(builder, group);
        }
        for (int user = 0; user < users; user++) {
            builder.put(user(user));
            for (int count = random.nextInt(4); count > 0; count--) {
                builder.addMember(group(random.nextInt(GROUPS)), new Member.OfUser(id(user)));
            }
        }
        return builder.build();
    }

    private User user(int number) {
        return User.builder(id(number), "user" + number + "@example.com", profile(random.nextInt(PROFILES)))
                .role(random.nextInt(10) == 0 ? null : role(random.nextInt(ROLES)))
                .active(random.nextInt(20) != 0)
                .emailAddress("user" + number + "@example.com")
                .name("Given" + number, "Surname" + number)
                .title(number % 3 == 0 ? null : "Account Executive")
                .phone("+1 555 " + number)
                .timeZone("Europe/Berlin")
                .build();
    }

    private void nest(DirectoryBuilder builder, int group) {
        for (int count = random.nextInt(3); count > 0 && group + 1 < GROUPS; count--) {
            builder.addMember(group(group), new Member.OfGroup(group(random.nextInt(group + 1, GROUPS))));
        }
        if (random.nextInt(10) == 0) {
            builder.addMember(group(group), new Member.OfRole(role(random.nextInt(ROLES))));
        }
        if (random.nextInt(20) == 0) {
            RoleId top = role(random.nextInt(ROLES / 4, ROLES));
            builder.addMember(group(group), new Member.OfRoleAndSubordinates(top, true));
        }
    }

    private BusinessUnit unit(int number) {
        return new BusinessUnit(
                new BusinessUnitId("unit-" + number),
                "Unit " + number,
                null,
                assignments(10, 20),
                assignments(5, 5),
                new ProfileRoleMapping(Map.of(
                        profile(0), EngagementRole.ADMINISTRATOR,
                        profile(1), EngagementRole.SALES_MANAGER)),
                BothSetsPolicy.SALES_WINS,
                GENEROUS);
    }

    private List<Assignment> assignments(int groups, int others) {
        Map<String, Assignment> made = new LinkedHashMap<>();
        for (int count = 0; count < groups; count++) {
            add(made, new Assignment.OfGroup(group(random.nextInt(GROUPS))));
        }
        for (int count = 0; count < others; count++) {
            add(made, new Assignment.OfRole(role(random.nextInt(ROLES))));
            add(made, new Assignment.OfRoleAndSubordinates(role(random.nextInt(ROLES / 8, ROLES))));
            add(made, new Assignment.OfUser(id(random.nextInt(users))));
        }
        return List.copyOf(made.values());
    }

    private static void add(Map<String, Assignment> made, Assignment assignment) {
        made.put(assignment.kind() + assignment.targetId(), assignment);
    }

    /** What a unit in step shows: what a plan for an empty one creates. */
    static List<UserValues> inStep(Directory directory, BusinessUnit unit) {
        return UserSyncPlanner.create(
                        directory, List.of(unit), List.of(seen(unit.id(), List.of())), UserSyncSettings.DEFAULT)
                .plan(id -> UnitLedger.of(UnitState.ASSIGNED), NOW)
                .unit(unit.id())
                .held()
                .stream()
                .map(held -> ((UserChange.Create) held.change()).values())
                .toList();
    }

    private List<EngagementUser> nearlyInStep(List<UserValues> inStep) {
        List<EngagementUser> there = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int number = 0; number < inStep.size(); number++) {
            UserValues values = inStep.get(number);
            known.add(values.get(UserField.SALESFORCE_ID).orElseThrow());
            switch (number % 200) {
                case 1 -> add(there, values.with(UserField.TITLE, "Trainee"), false);
                case 51 -> add(there, values.with(UserField.FIRST_NAME, "Former"), false);
                case 101 -> add(there, values, true);
                case 151 -> {} // is to be created
                default -> add(there, values, false);
            }
        }
        for (int number = 7; number < users; number += 500) {
            if (!known.contains(id(number).value())) {
                add(there, FieldMap.DEFAULT.values(directory.users().at(number), EngagementRole.MARKETING), false);
            }
        }
        return there;
    }

    private static void add(List<EngagementUser> there, UserValues values, boolean recycled) {
        there.add(new EngagementUser(new EngagementUserId(String.valueOf(1_000 + there.size())), recycled, values));
    }

    private static ObservedUnit seen(BusinessUnitId unit, List<EngagementUser> users) {
        return new ObservedUnit(
                new UnitListing(unit, users, true, NOW), EngagementCapabilities.full(200, Duration.ZERO), null);
    }

    /** One user in another role. */
    Directory withOneUserMoved() {
        int moved = users / 2;
        User user = directory.users().find(id(moved)).orElseThrow();
        RoleId role = ((Assignment.OfRole) first(Assignment.OfRole.class)).role();
        return directory
                .update()
                .put(user.toBuilder().active(true).role(role).build())
                .build();
    }

    /** One group in a group of a set. */
    Directory withOneGroupMoved() {
        GroupId outer = ((Assignment.OfGroup) first(Assignment.OfGroup.class)).group();
        GroupId inner = group(GROUPS - 1).equals(outer) ? group(GROUPS - 2) : group(GROUPS - 1);
        return directory.update().addMember(outer, new Member.OfGroup(inner)).build();
    }

    /** One role below a role whose subtree is in a set. */
    Directory withOneRoleMoved() {
        RoleId above = ((Assignment.OfRoleAndSubordinates) first(Assignment.OfRoleAndSubordinates.class)).role();
        RoleId last = role(ROLES - 1).equals(above) ? role(ROLES - 2) : role(ROLES - 1);
        Role role = directory.roles().find(last).orElseThrow();
        return directory
                .update()
                .put(new Role(last, role.developerName(), role.name(), above, false))
                .build();
    }

    private Assignment first(Class<? extends Assignment> kind) {
        return units.get(0).marketingUsers().stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static ProfileId profile(int number) {
        return new ProfileId("00e" + padded(number));
    }

    private static RoleId role(int number) {
        return new RoleId("00E" + padded(number));
    }

    private static GroupId group(int number) {
        return new GroupId("00G" + padded(number));
    }

    private static UserId id(int number) {
        return new UserId("005" + padded(number));
    }

    /** Ids are as long as real ones, whatever the number. */
    private static long padded(int number) {
        return 100_000_000_000_000L + number;
    }
}
