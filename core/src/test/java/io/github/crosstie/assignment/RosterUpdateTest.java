package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.aGroup;
import static io.github.crosstie.assignment.Acme.aUser;
import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.configuration;
import static io.github.crosstie.assignment.Acme.day;
import static io.github.crosstie.assignment.Acme.toGroup;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toRole;
import static io.github.crosstie.assignment.Acme.toSubtree;
import static io.github.crosstie.assignment.Acme.toUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RosterUpdateTest {

    private final Acme acme = tenUsers();
    private final Roster before = acme.roster();
    private final Directory directory = before.directory();
    private final ConfigurationSet configurations = acme.configurations();

    /** Users 0 to 9: even ones in profile Even and role Agent, odd ones in profile Odd and role Clerk. */
    private static Acme tenUsers() {
        Acme acme = acme().profile("Even")
                .profile("Odd")
                .role("Chief", null)
                .role("Agent", "Chief")
                .role("Clerk", null)
                .group("Outer", aGroup("Inner"))
                .group("Inner", aUser("1"), aUser("2"));
        for (int at = 0; at < 10; at++) {
            acme.user(Integer.toString(at), at % 2 == 0 ? "Even" : "Odd", at % 2 == 0 ? "Agent" : "Clerk");
        }
        return acme.on("C1", day(1), toGroup("Outer"))
                .on("C2", day(2), toProfile("Odd"))
                .on("C3", day(3), toSubtree("Chief"))
                .on("C4", day(4), toUser("3"), toUser("7"))
                .on("C5", day(5));
    }

    private User user(int number) {
        return directory.users().at(number);
    }

    private int lookedAt(Directory changed, ConfigurationSet set) {
        Roster after = before.update(changed, set);
        assertThat(after.enrollments())
                .containsExactlyElementsOf(
                        AssignmentResolver.resolve(changed, set).enrollments().toList());
        return after.recomputed();
    }

    @Test
    @DisplayName("A8: nothing changed, nobody is looked at")
    void nothingChanged() {
        assertThat(lookedAt(directory, configurations)).isZero();
    }

    @Test
    @DisplayName("A4: one user changes profile")
    void oneUserChangesProfile() {
        Directory changed = directory
                .update()
                .put(user(0).toBuilder().profile(new ProfileId("Odd")).build())
                .build();

        assertThat(lookedAt(changed, configurations)).isEqualTo(1);
    }

    @Test
    @DisplayName("A10: one user changes role")
    void oneUserChangesRole() {
        Directory changed = directory
                .update()
                .put(user(1).toBuilder().role(new RoleId("Agent")).build())
                .build();

        assertThat(lookedAt(changed, configurations)).isEqualTo(1);
    }

    @Test
    @DisplayName("A13: one user gets a role that nobody listed")
    void oneUserGetsAnUnlistedRole() {
        Directory changed = directory
                .update()
                .put(user(1).toBuilder().role(new RoleId("Hidden")).build())
                .build();

        Roster after = before.update(changed, configurations);

        assertThat(after.recomputed()).isEqualTo(1);
        assertThat(after.certain(1)).isTrue();
    }

    @Test
    @DisplayName("A9: one user is deactivated")
    void oneUserIsDeactivated() {
        Directory changed = directory
                .update()
                .put(user(4).toBuilder().active(false).build())
                .build();

        assertThat(lookedAt(changed, configurations)).isEqualTo(1);
    }

    @Test
    @DisplayName("A11: a group gains a member")
    void aGroupGainsAMember() {
        Directory changed =
                directory.update().addMember(new GroupId("Inner"), aUser("8")).build();

        assertThat(lookedAt(changed, configurations)).isEqualTo(1);
    }

    @Test
    @DisplayName("A11: a group loses a member, who is still in others")
    void aGroupLosesAMember() {
        Directory changed = directory
                .update()
                .removeMember(new GroupId("Inner"), aUser("2"))
                .build();

        assertThat(lookedAt(changed, configurations)).isEqualTo(1);
    }

    @Test
    @DisplayName("A11: a group is taken out of a group: the members of the inner one are looked at")
    void aGroupLosesAGroup() {
        Directory changed = directory
                .update()
                .removeMember(new GroupId("Outer"), aGroup("Inner"))
                .build();

        assertThat(lookedAt(changed, configurations)).isEqualTo(2);
    }

    @Test
    @DisplayName("A10: a role moves below another: the users of its subtree are looked at")
    void aRoleMoves() {
        Directory changed = directory
                .update()
                .put(Role.internal(new RoleId("Clerk"), "Clerk", new RoleId("Chief")))
                .build();

        assertThat(lookedAt(changed, configurations)).isEqualTo(5);
    }

    @Test
    @DisplayName("A8: one user is new")
    void oneUserIsNew() {
        Directory changed = directory
                .update()
                .put(Acme.someone("new", "Odd", "Agent", true))
                .build();

        assertThat(lookedAt(changed, configurations)).isEqualTo(1);
    }

    @Test
    @DisplayName("A6: one configuration is switched off: exactly those whom it claims are looked at")
    void oneConfigurationIsSwitchedOff() {
        assertThat(lookedAt(directory, configurations.edit(configuration("C1"), each -> each.active(false))))
                .isEqualTo(2);
        assertThat(lookedAt(directory, configurations.edit(configuration("C2"), each -> each.active(false))))
                .isEqualTo(5);
        assertThat(lookedAt(directory, configurations.edit(configuration("C3"), each -> each.active(false))))
                .isEqualTo(5);
        assertThat(lookedAt(directory, configurations.edit(configuration("C4"), each -> each.active(false))))
                .isEqualTo(2);
        assertThat(lookedAt(directory, configurations.edit(configuration("C5"), each -> each.active(false))))
                .isZero();
    }

    @Test
    @DisplayName("A5, A6: switched off and thereby modified, still only those whom it claims")
    void switchedOffAndModified() {
        ConfigurationSet changed = configurations.edit(
                configuration("C1"), each -> each.active(false).modifiedAt(day(9)));

        assertThat(lookedAt(directory, changed)).isEqualTo(2);
    }

    @Test
    @DisplayName("A3: one user is assigned individually")
    void oneUserIsAssigned() {
        assertThat(lookedAt(directory, configurations.assign(configuration("C1"), toUser("9"))))
                .isEqualTo(1);
        assertThat(lookedAt(directory, configurations.assign(configuration("C1"), toUser("7"))))
                .isEqualTo(1);
        assertThat(lookedAt(directory, configurations.unassign(configuration("C4"), toUser("7"))))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A5: a role is assigned: its users are looked at")
    void aRoleIsAssigned() {
        assertThat(lookedAt(directory, configurations.assign(configuration("C5"), toRole("Clerk"))))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("A1: another name changes nobody's answer")
    void aConfigurationIsRenamed() {
        assertThat(lookedAt(directory, configurations.edit(configuration("C3"), each -> each.name("Better"))))
                .isZero();
    }

    @Test
    @DisplayName("A12: a group becomes unreadable: everybody whom it could mean is uncertain")
    void aGroupBecomesUnreadable() {
        Directory changed = directory
                .update()
                .addMember(new GroupId("Inner"), aUser("gone"))
                .build();

        Roster after = before.update(changed, configurations);

        assertThat(after.certain(0)).isFalse();
        assertThat(after.certain(2)).isTrue();
        assertThat(after.certain(3)).isTrue();
    }

    @Test
    @DisplayName("A8: a directory that was read anew is resolved anew")
    void anotherDirectoryIsResolvedAnew() {
        assertThat(lookedAt(tenUsers().directory(), configurations)).isEqualTo(10);
    }

    @Test
    @DisplayName("A8: the roster of a removed user forgets the user")
    void aUserIsRemoved() {
        Directory changed = directory.update().remove(new UserId("0")).build();

        Roster after = before.update(changed, configurations);

        assertThat(after.enrollments()).extracting(Enrollment::user).doesNotContain(new UserId("0"));
        assertThat(after.recomputed()).isEqualTo(9);
    }

    @Test
    @DisplayName("A8: two changes of one directory do not know each other's slots")
    void twoBranchesAreResolvedAnew() {
        Directory one = directory
                .update()
                .put(Role.internal(new RoleId("Idle"), "Idle", null))
                .put(Role.internal(new RoleId("Late"), "Late", null))
                .put(Acme.someone("new", "Even", "Late", true))
                .build();
        Directory other = directory
                .update()
                .put(Role.internal(new RoleId("Late"), "Late", new RoleId("Chief")))
                .put(Acme.someone("new", "Even", "Late", true))
                .build();

        assertThat(other.continues(one)).isFalse();
        Roster carried = AssignmentResolver.resolve(one, configurations).update(other, configurations);
        assertThat(carried.enrollment(new UserId("new"))).isPresent();
    }
}
