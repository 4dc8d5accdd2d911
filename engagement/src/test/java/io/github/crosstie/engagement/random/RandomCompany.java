package io.github.crosstie.engagement.random;

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
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.state.ReleaseToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A company drawn by chance: few names and addresses, so that people collide; units with all four kinds of assignment,
 * in which half of the users are as they once were.
 */
final class RandomCompany {

    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int USERS = 24;
    private static final int ROLES = 6;
    private static final int GROUPS = 5;
    private static final int PROFILES = 3;
    private static final DeletionGuard GENEROUS =
            new DeletionGuard(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, Duration.ofDays(1));

    /** Opted in, and nothing was ever taken away. */
    static final UnitLedger LEDGER =
            UnitLedger.of(UnitState.ASSIGNED).optedIn(new OptIn("an admin", "the same", new ReleaseToken("seen"), NOW));

    private final Random random;
    final InMemoryEngagement engagement = InMemoryEngagement.create(Clock.fixed(NOW, ZoneOffset.UTC));
    Directory directory;
    List<BusinessUnit> units = new ArrayList<>();

    RandomCompany(long seed) {
        random = new Random(seed);
        DirectoryBuilder builder =
                Directory.builder(new Organization(new OrganizationId("random"), "Random", Environment.PRODUCTION));
        IntStream.range(0, PROFILES).forEach(each -> builder.put(new Profile(profile(each), "P" + each)));
        for (int each = 0; each < ROLES; each++) {
            builder.put(new Role(
                    role(each),
                    "R" + each,
                    "R" + each,
                    each == 0 ? null : role(random.nextInt(each)),
                    random.nextInt(8) == 0));
        }
        IntStream.range(0, GROUPS).forEach(each -> builder.put(new Group(group(each), "G" + each, "G" + each)));
        IntStream.range(0, USERS).forEach(each -> builder.put(user(each)));
        builder.put(root());
        for (int each = 0; each < GROUPS * 3; each++) {
            builder.addMember(group(random.nextInt(GROUPS)), member());
        }
        directory = builder.build();
        for (int each = 0; each < 2; each++) {
            units.add(unit(each));
            fill(engagement.unit(units.get(each).id()));
        }
    }

    private static ProfileId profile(int number) {
        return new ProfileId("p" + number);
    }

    private static RoleId role(int number) {
        return new RoleId("r" + number);
    }

    private static GroupId group(int number) {
        return new GroupId("g" + number);
    }

    private static UserId id(int number) {
        return new UserId("u" + number);
    }

    /** The one who administers every unit, whatever else happens. */
    private static User root() {
        return User.builder(new UserId("root"), "root@acme.example", profile(0))
                .emailAddress("root@acme.example")
                .build();
    }

    private User user(int number) {
        return User.builder(id(number), username(number), profile(1 + random.nextInt(PROFILES - 1)))
                .active(random.nextInt(6) > 0)
                .role(random.nextInt(4) == 0 ? null : role(random.nextInt(ROLES)))
                .emailAddress(random.nextInt(12) == 0 ? null : address(number))
                .name(random.nextBoolean() ? "First" : null, "Last" + random.nextInt(3))
                .title(random.nextBoolean() ? "T" + random.nextInt(2) : null)
                .build();
    }

    /** Unique among CRM users, as it is there; now and then the address of a colleague. */
    private String username(int number) {
        return random.nextInt(3) == 0 ? "a" + number + "@acme.example" : "n" + number + "@acme.example";
    }

    private String address(int number) {
        return "a" + (random.nextInt(5) == 0 ? random.nextInt(USERS) : number) + "@acme.example";
    }

    private Member member() {
        return switch (random.nextInt(4)) {
            case 0 -> new Member.OfGroup(group(random.nextInt(GROUPS)));
            case 1 -> new Member.OfRole(role(random.nextInt(ROLES)));
            case 2 -> new Member.OfRoleAndSubordinates(role(random.nextInt(ROLES)), random.nextBoolean());
            default -> new Member.OfUser(id(random.nextInt(USERS)));
        };
    }

    private BusinessUnit unit(int number) {
        List<Assignment> marketing = assignments();
        marketing.add(new Assignment.OfUser(new UserId("root")));
        return new BusinessUnit(
                new BusinessUnitId("unit" + number),
                "Unit " + number,
                random.nextBoolean() ? id(random.nextInt(USERS)) : null,
                marketing,
                assignments(),
                new ProfileRoleMapping(
                        Map.of(profile(0), EngagementRole.ADMINISTRATOR, profile(1), EngagementRole.SALES_MANAGER)),
                List.of(BothSetsPolicy.values()).get(random.nextInt(3)),
                GENEROUS);
    }

    private List<Assignment> assignments() {
        List<Assignment> all = new ArrayList<>(List.of(
                new Assignment.OfGroup(group(random.nextInt(GROUPS))),
                new Assignment.OfRole(role(random.nextInt(ROLES))),
                new Assignment.OfUser(id(random.nextInt(USERS)))));
        if (random.nextBoolean()) {
            all.add(new Assignment.OfRoleAndSubordinates(role(random.nextInt(ROLES)), random.nextBoolean(), null));
        }
        return all;
    }

    private void fill(InMemoryUnit unit) {
        unit.add(FieldMap.DEFAULT.values(root(), EngagementRole.ADMINISTRATOR));
        List<Integer> mixed = mixed();
        for (int each = 0; each < USERS; each++) {
            User user = directory.users().find(id(each)).orElseThrow();
            UserValues values = FieldMap.DEFAULT.values(user, roles().get(random.nextInt(roles().size())));
            if (random.nextInt(3) == 0) {
                values = values.with(UserField.EMAIL_ADDRESS, address(each));
            }
            if (mixed.get(each) != each) {
                User other = directory.users().find(id(mixed.get(each))).orElseThrow();
                values = values.with(
                        UserField.EMAIL_ADDRESS, other.emailAddress().orElse(null));
                values = random.nextInt(4) == 0 ? values.with(UserField.CRM_USERNAME, other.username()) : values;
            }
            if (random.nextInt(5) == 0) {
                values = values.with(UserField.CRM_USERNAME, "old" + each + "@acme.example");
            }
            if (random.nextInt(6) == 0) {
                values = values.with(UserField.SALESFORCE_ID, random.nextBoolean() ? null : "unseen" + each);
            }
            if (random.nextInt(10) == 0) {
                values = values.with(UserField.SALESFORCE_ID, null).with(UserField.CRM_USERNAME, null);
            }
            if (random.nextInt(3) > 0) {
                tryToAdd(unit, values);
            }
        }
    }

    /** Who has whose address: a few have gone round in circles. */
    private List<Integer> mixed() {
        List<Integer> some = new ArrayList<>();
        IntStream.range(0, USERS).filter(each -> random.nextBoolean()).forEach(some::add);
        List<Integer> shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, random);
        List<Integer> all = new ArrayList<>(IntStream.range(0, USERS).boxed().toList());
        IntStream.range(0, some.size()).forEach(at -> all.set(some.get(at), shuffled.get(at)));
        return all;
    }

    private static List<EngagementRole> roles() {
        return List.of(EngagementRole.MARKETING, EngagementRole.SALES, EngagementRole.SALES_MANAGER);
    }

    /** Whoever collides with somebody who is there already is not there. */
    private void tryToAdd(InMemoryUnit unit, UserValues values) {
        try {
            EngagementUserId added = unit.add(values);
            if (random.nextInt(5) == 0) {
                unit.recycle(added);
            }
        } catch (IllegalArgumentException collision) {
            return;
        }
    }

    /** Something about the directory changes: a user, a membership, a role. */
    Directory changed() {
        DirectoryBuilder builder = directory.update();
        switch (random.nextInt(5)) {
            case 0 -> builder.put(user(random.nextInt(USERS)));
            case 1 -> builder.addMember(group(random.nextInt(GROUPS)), member());
            case 2 -> {
                GroupId group = group(random.nextInt(GROUPS));
                directory.groups().members(group).stream()
                        .findFirst()
                        .ifPresent(member -> builder.removeMember(group, member));
            }
            case 3 -> builder.put(user(USERS + random.nextInt(3)));
            default -> {
                int moved = 1 + random.nextInt(ROLES - 1);
                builder.put(new Role(role(moved), "R" + moved, "R" + moved, role(random.nextInt(moved)), false));
            }
        }
        return builder.build();
    }
}
