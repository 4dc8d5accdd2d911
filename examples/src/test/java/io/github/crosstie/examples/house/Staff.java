package io.github.crosstie.examples.house;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.ContactSettings;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works in the organization, and by which of five configurations each syncs; many are meant by several. */
final class Staff {

    private static final int OF_A_KIND = 61;
    private static final int OF_NO_KIND = 25;
    private static final List<String> ZONES = List.of("Europe/Berlin", "Europe/Berlin", "America/New_York");

    private final SalesforceOrganization organization;
    private final List<Hired> hired = new ArrayList<>();
    private final String sales;
    private final String office;
    private final String board;
    private final String consultants;
    private final String support;
    private final String night;
    private final String engineers;
    private final String field;
    private final String south;

    /**
     * A user.
     *
     * @param id the user's id
     * @param address the mailbox
     * @param zone the user's time zone
     * @param kind what decides by which configuration the user syncs; empty for nothing
     */
    record Hired(String id, String address, ZoneId zone, Optional<AssignmentKind> kind) {}

    private Staff(SalesforceOrganization organization) {
        this.organization = organization;
        sales = organization.addProfile("Sales");
        office = organization.addProfile("Back office");
        board = organization.addRole("Board", null);
        consultants = organization.addRole("Consultants", board);
        support = organization.addRole("Support", board);
        night = organization.addRole("Night support", organization.addRole("Support north", support));
        engineers = organization.addRole("Engineers", null);
        field = organization.addGroup("Field");
        south = organization.addGroup("Field south");
        organization.addMember(field, south);
        organization.addMember(field, organization.addRoleGroup(engineers, "Role"));
    }

    static Staff of(SalesforceOrganization organization) {
        Staff staff = new Staff(organization);
        for (int each = 0; each < OF_A_KIND; each++) {
            for (AssignmentKind kind : AssignmentKind.values()) {
                staff.hire(kind, each);
            }
        }
        for (int each = 0; each < OF_NO_KIND; each++) {
            staff.hireForNothing(each % 4 == 0);
        }
        return staff;
    }

    List<Hired> all() {
        return List.copyOf(hired);
    }

    /** Whatever is weaker than what decides means some of them, too. */
    private void hire(AssignmentKind kind, int each) {
        String user = switch (kind) {
            case USER -> hire(kind, each % 2 == 0 ? sales : office, each % 3 == 0 ? consultants : null);
            case PROFILE -> hire(kind, sales, each % 3 == 0 ? support : null);
            case GROUP -> hire(kind, office, each % 3 == 0 ? engineers : each % 3 == 1 ? consultants : null);
            case ROLE -> hire(kind, office, consultants);
            case ROLE_AND_SUBORDINATES -> hire(kind, office, each % 2 == 0 ? support : night);
        };
        if (kind == AssignmentKind.GROUP && each % 3 > 0) {
            organization.addMember(each % 2 == 0 ? field : south, user);
        } else if (kind == AssignmentKind.PROFILE && each % 2 == 0) {
            organization.addMember(field, user);
        }
    }

    private void hireForNothing(boolean hasLeft) {
        String user = hire(null, hasLeft ? sales : office, null);
        if (hasLeft) {
            organization.users().edit(user, "IsActive", false);
        }
    }

    private String hire(@Nullable AssignmentKind kind, String profile, @Nullable String role) {
        int number = hired.size() + 1;
        String address = "user" + number + "@acme.example";
        String zone = ZONES.get(number % ZONES.size());
        String user = organization.addUser(address, "User" + number);
        organization
                .users()
                .edit(
                        user,
                        Map.of("ProfileId", profile, "UserRoleId", role == null ? "" : role, "TimeZoneSidKey", zone));
        hired.add(new Hired(user, address, ZoneId.of(zone), Optional.ofNullable(kind)));
        return user;
    }

    ConfigurationSet configurations() {
        return ConfigurationSet.of(
                new OrganizationId(organization.id()),
                configuration(
                        "individuals",
                        hired.stream()
                                .filter(each -> each.kind().equals(Optional.of(AssignmentKind.USER)))
                                .map(each -> new Assignment.OfUser(new UserId(each.id())))
                                .toArray(Assignment[]::new)),
                configuration("sales", new Assignment.OfProfile(new ProfileId(sales))),
                configuration("field", new Assignment.OfGroup(new GroupId(field))),
                configuration("consultants", new Assignment.OfRole(new RoleId(consultants))),
                configuration("board-and-below", new Assignment.OfRoleAndSubordinates(new RoleId(board))));
    }

    private static SyncConfiguration configuration(String name, Assignment... assignments) {
        return SyncConfiguration.builder(new ConfigurationId(name))
                .assignments(assignments)
                .contacts(ContactSettings.DEFAULT.withRecords(bothWays(ItemKind.CONTACT)))
                .events(EventSettings.DEFAULT.withRecords(bothWays(ItemKind.EVENT)))
                .build();
    }

    /** Deletions, too. */
    private static RecordSettings bothWays(ItemKind kind) {
        return RecordSettings.builder(kind)
                .direction(SyncDirection.BOTH)
                .deletions(Side.MAIL, DeletePolicy.PROPAGATE)
                .build();
    }
}
