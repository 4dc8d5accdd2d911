package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Environment;
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
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Five made-up organizations of one company: headquarters, its sandbox, and three divisions. Half of the sandbox copies people
 * of headquarters, with {@code .invalid} behind their addresses; a fifth of each division are people of headquarters who look
 * things up there. Neither sync there, apart from a share that is the conflicts. Addresses differ in case between organizations,
 * and some carry a tag behind a plus sign, which makes them mailboxes of their own. The same size always gives the same
 * landscape.
 */
final class SyntheticLandscape {

    private static final int ORGANIZATIONS = 5;
    private static final int SANDBOX = 1;
    private static final int CONFIGURATIONS = 200;
    private static final int PROFILES = 10;
    private static final int ROLES = 2 * CONFIGURATIONS;
    private static final long SEED = 20_260_301;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final int users;
    private final int oneConflictIn;

    private SyntheticLandscape(int users, int oneConflictIn) {
        this.users = users;
        this.oneConflictIn = oneConflictIn;
    }

    /** The organizations, resolved; about one user in so many has a conflict. */
    static List<Roster> of(int users, int oneConflictIn) {
        SyntheticLandscape made = new SyntheticLandscape(users, oneConflictIn);
        List<Roster> rosters = new ArrayList<>();
        for (int number = 0; number < ORGANIZATIONS; number++) {
            rosters.add(made.organization(number).roster());
        }
        return List.copyOf(rosters);
    }

    /** The same organizations a little later: of each, a hundred users (a tenth of a small one) were edited. */
    static List<Roster> later(List<Roster> rosters) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + 1);
        List<Roster> later = new ArrayList<>();
        for (Roster roster : rosters) {
            int size = roster.directory().users().size();
            DirectoryBuilder changes = roster.directory().update();
            for (int edit = Math.min(100, size / 10); edit > 0; edit--) {
                User user = roster.directory().users().at(random.nextInt(size));
                User other = roster.directory().users().at(random.nextInt(size));
                changes.put(edited(user, other, random));
            }
            later.add(roster.update(changes.build(), roster.configurations()));
        }
        return List.copyOf(later);
    }

    private static User edited(User user, User other, RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 ->
                user.toBuilder()
                        .emailAddress("new." + user.id() + "@example.com")
                        .build();
            case 1 ->
                user.toBuilder().emailAddress(other.emailAddress().orElse(null)).build();
            case 2 -> user.toBuilder().active(!user.active()).build();
            case 3 -> user.toBuilder().role(other.role().orElse(null)).build();
            default -> user.toBuilder().title("Adviser").build();
        };
    }

    private OrganizationSetup organization(int number) {
        OrganizationId id = new OrganizationId("00D00000000000" + number);
        DirectoryBuilder builder = Directory.builder(new Organization(
                id, "organization " + number, number == SANDBOX ? Environment.SANDBOX : Environment.PRODUCTION));
        for (int profile = 0; profile < PROFILES; profile++) {
            builder.put(new Profile(profile(profile), "Profile " + profile));
        }
        for (int role = 0; role < ROLES; role++) {
            builder.put(Role.internal(role(role), "Role_" + role, null));
        }
        for (int user = 0; user < users; user++) {
            builder.put(user(number, user));
        }
        return new OrganizationSetup(builder.build(), configurations(id));
    }

    private User user(int organization, int number) {
        boolean conflict = random.nextInt(oneConflictIn) == 0;
        int share = organization == 0 ? 0 : organization == SANDBOX ? 50 : 20;
        boolean guest = random.nextInt(100) < share;
        int home = guest ? 0 : organization;
        int person = conflict && !guest && number > 0 ? number - 1 : number;
        // a copy of a conflicting user loses its mark now and then: then the sandbox reaches the mailbox today
        boolean copy = organization == SANDBOX && guest && !(conflict && random.nextBoolean());
        String address = spelled(address(home, person)) + (copy ? ".invalid" : "");
        boolean assigned = guest ? conflict : random.nextInt(20) > 0;
        return User.builder(
                        new UserId("005" + organization + number),
                        "user" + number + "@org" + organization + ".example",
                        profile(random.nextInt(PROFILES)))
                .role(assigned ? role(random.nextInt(ROLES)) : null)
                .active(random.nextInt(20) > 0)
                .emailAddress(random.nextInt(10_000) == 0 ? null : address)
                .build();
    }

    private static String address(int organization, int person) {
        String tag = person % 50 == 0 ? "+crm" : "";
        return "first" + person % 1_000 + ".last" + person + tag + "@division" + organization + ".example.com";
    }

    private String spelled(String address) {
        return switch (random.nextInt(10)) {
            case 0 -> address.toUpperCase(Locale.ROOT);
            case 1 -> address.replace("first", "First").replace("last", "Last");
            default -> address;
        };
    }

    /** Two roles each, of which nobody else has one; and ten people by name, who make the few contested users. */
    private ConfigurationSet configurations(OrganizationId id) {
        List<SyncConfiguration> made = new ArrayList<>();
        for (int number = 0; number < CONFIGURATIONS; number++) {
            List<Assignment> assignments = new ArrayList<>();
            assignments.add(new Assignment.OfRole(role(2 * number), Instant.EPOCH));
            assignments.add(new Assignment.OfRole(role(2 * number + 1), Instant.EPOCH));
            for (int user = 0; user < users / 200_000; user++) {
                String place = id.value().substring(14);
                int chosen = (number * 7919 + user * 104_729) % users;
                assignments.add(new Assignment.OfUser(new UserId("005" + place + chosen), Instant.EPOCH));
            }
            made.add(SyncConfiguration.builder(new ConfigurationId("configuration-" + number))
                    .active(number % 20 != 19)
                    .modifiedAt(Instant.EPOCH.plusSeconds(number))
                    .assignments(assignments)
                    .build());
        }
        return ConfigurationSet.of(id, made, List.of(), AssignmentOrder.DEFAULT);
    }

    private static ProfileId profile(int number) {
        return new ProfileId("00e" + number);
    }

    private static RoleId role(int number) {
        return new RoleId("00E" + number);
    }
}
