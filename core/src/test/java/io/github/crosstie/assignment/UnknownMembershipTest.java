package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.aGroup;
import static io.github.crosstie.assignment.Acme.aSubtree;
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

import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.RoleId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnknownMembershipTest {

    /** Anna and Ben; the group Dark lists somebody who was not listed, the group Outer holds Dark. */
    private static Acme people() {
        return acme().profile("Sales")
                .profile("Other")
                .role("Chief", null)
                .role("Agent", "Chief")
                .user("anna", "Sales", "Agent")
                .user("ben", "Other", "Agent")
                .group("Dark", aUser("gone"), aUser("ben"))
                .group("Outer", aGroup("Dark"))
                .group("Clear", aUser("anna"));
    }

    @Test
    @DisplayName("A12: a dangling member makes everybody uncertain who is not found in the group")
    void aDanglingMemberMakesOthersUncertain() {
        Acme acme = people().on("C1", toGroup("Dark"));

        assertThat(acme.resolution("anna").status()).isEqualTo(ResolutionStatus.NOT_ASSIGNED);
        assertThat(acme.resolution("anna").certain()).isFalse();
        assertThat(acme.resolution("anna").warnings())
                .containsExactly(new ResolutionWarning.UnknownGroup(configuration("C1"), new GroupId("Dark")));
        assertThat(acme.resolution("ben").certain()).isTrue();
    }

    @Test
    @DisplayName("A12: what is unknown inside makes the groups around it unknown")
    void theUnknownSpreadsOutwards() {
        Acme acme = people().on("C1", toGroup("Outer"));

        assertThat(acme.resolution("anna").certain()).isFalse();
        assertThat(acme.resolution("anna").warnings())
                .containsExactly(new ResolutionWarning.UnknownGroup(configuration("C1"), new GroupId("Outer")));
    }

    @Test
    @DisplayName("A12: an individual assignment makes a user certain whatever cannot be read")
    void anIndividualAssignmentIsCertain() {
        Acme acme = people().incomplete().on("C1", day(1), toUser("anna")).on("C2", day(2), toGroup("Dark"));

        assertThat(acme.resolution("anna").certain()).isTrue();
        assertThat(acme.resolution("anna").warnings()).isEmpty();
    }

    @Test
    @DisplayName("A12: a dormant individual assignment makes nobody certain")
    void aDormantIndividualAssignmentIsNoProof() {
        Acme acme = people().off("C1", toUser("anna")).on("C2", toGroup("Dark"));

        assertThat(acme.resolution("anna").certain()).isFalse();
    }

    @Test
    @DisplayName("A5, A12: a stronger kind of assignment makes a user certain")
    void aStrongerKindIsCertain() {
        Acme acme = people().on("C1", toProfile("Sales")).on("C2", day(9), toGroup("Dark"));

        assertThat(acme.resolution("anna").certain()).isTrue();
        assertThat(acme.resolution("anna").warnings()).isEmpty();
    }

    @Test
    @DisplayName("A5, A12: a weaker kind of assignment could be overruled by an unseen membership")
    void aWeakerKindIsUncertain() {
        Acme acme = people().on("C1", day(9), toRole("Agent")).on("C2", toGroup("Dark"));

        assertThat(acme.resolution("anna").configuration()).contains(configuration("C1"));
        assertThat(acme.resolution("anna").certain()).isFalse();
    }

    @Test
    @DisplayName("A5, A12: of the same kind only a stronger configuration could overrule")
    void ofTheSameKindTheStrongerConfigurationMatters() {
        Acme stronger = people().on("C1", day(2), toGroup("Clear")).on("C2", day(1), toGroup("Dark"));
        Acme weaker = people().on("C1", day(1), toGroup("Clear")).on("C2", day(2), toGroup("Dark"));

        assertThat(stronger.resolution("anna").certain()).isTrue();
        assertThat(weaker.resolution("anna").certain()).isFalse();
    }

    @Test
    @DisplayName("A6, A12: an unknown group of an inactive configuration could change nothing")
    void anInactiveConfigurationIsHarmless() {
        assertThat(people().off("C1", toGroup("Dark")).resolution("anna").certain())
                .isTrue();
    }

    @Test
    @DisplayName("A12, G3: an assigned group that is not listed at all may have held anybody")
    void anUnlistedGroupIsUnknown() {
        Acme acme = people().on("C1", toGroup("Hidden")).on("C2", toProfile("Other"));

        Roster roster = acme.roster();

        assertThat(roster.unresolvedTargets())
                .containsExactly(new UnresolvedTarget(configuration("C1"), toGroup("Hidden")));
        assertThat(acme.resolution("anna").certain()).isFalse();
        assertThat(acme.resolution("anna").warnings())
                .containsExactly(new ResolutionWarning.UnknownGroup(configuration("C1"), new GroupId("Hidden")));
        assertThat(acme.resolution("ben").certain()).isTrue();
    }

    @Test
    @DisplayName("A1: an assigned user, profile or role that is not listed assigns nobody, certainly")
    void otherUnlistedTargetsAreHarmless() {
        Acme acme = people().on("C1", toUser("hidden"), toProfile("hidden"), toRole("hidden"));

        Roster roster = acme.roster();

        assertThat(roster.unresolvedTargets())
                .extracting(target -> target.assignment().targetId())
                .containsOnly("hidden")
                .hasSize(3);
        assertThat(roster.unresolvedTargets().get(0).message())
                .isEqualTo("configuration C1 is assigned to USER hidden, which the directory does not list; it assigns"
                        + " nobody: correct the id or drop the assignment");
        assertThat(roster.enrollments()).isEmpty();
        assertThat(roster.certain(0)).isTrue();
    }

    @Test
    @DisplayName("G3: an incomplete directory makes everybody uncertain but those assigned individually")
    void anIncompleteDirectoryProvesNothing() {
        Acme acme = people().incomplete().on("C1", toUser("anna"), toProfile("Other"));

        assertThat(acme.resolution("anna").certain()).isTrue();
        assertThat(acme.resolution("ben").certain()).isFalse();
        assertThat(acme.resolution("ben").warnings()).containsExactly(new ResolutionWarning.IncompleteDirectory());
    }

    private static Acme orphan() {
        return people().role("Orphan", "Hidden").role("Child", "Orphan").user("carl", "Other", "Child");
    }

    @Test
    @DisplayName("A13: below a missing parent, role and subordinates of any role may mean a user")
    void anOrphanRoleIsUncertain() {
        Acme acme = orphan().on("C1", toSubtree("Chief"));

        assertThat(acme.resolution("carl").status()).isEqualTo(ResolutionStatus.NOT_ASSIGNED);
        assertThat(acme.resolution("carl").certain()).isFalse();
        assertThat(acme.resolution("carl").warnings())
                .containsExactly(new ResolutionWarning.UnknownLineage(new RoleId("Child")));
        assertThat(acme.resolution("anna").certain()).isTrue();
    }

    @Test
    @DisplayName("A13: the missing parent itself may be the one assigned with its subordinates")
    void theMissingParentIsAssigned() {
        Acme acme = orphan().on("C1", toSubtree("Hidden"));

        assertThat(acme.roster().unresolvedTargets()).hasSize(1);
        assertThat(acme.resolution("carl").certain()).isFalse();
        assertThat(acme.resolution("anna").certain()).isTrue();
    }

    @Test
    @DisplayName("A13: a group that holds role and subordinates may mean a user below a missing parent")
    void aGroupOfASubtreeMayMeanTheOrphan() {
        Acme acme = orphan().group("Wide", aGroup("Deep")).group("Deep", aSubtree("Chief"));

        Acme assigned = acme.on("C1", toRole("Child")).on("C2", toGroup("Wide"));

        assertThat(assigned.resolution("carl").configuration()).contains(configuration("C1"));
        assertThat(assigned.resolution("carl").certain()).isFalse();
        assertThat(assigned.resolution("anna").certain()).isTrue();
    }

    @Test
    @DisplayName("A13: a user whose role was not listed is uncertain where subordinates are assigned, and only there")
    void anUnlistedRoleIsUncertain() {
        assertThat(people().user("dora", "Other", "Unlisted")
                        .on("C1", toSubtree("Chief"))
                        .resolution("dora")
                        .certain())
                .isFalse();
        assertThat(people().user("dora", "Other", "Unlisted")
                        .on("C1", toRole("Chief"))
                        .resolution("dora")
                        .certain())
                .isTrue();
    }

    @Test
    @DisplayName("A12: warnings name only what could change the answer")
    void warningsNameOnlyWhatMatters() {
        Resolution carl = orphan().on("C1", day(5), toGroup("Clear"))
                .on("C2", day(1), toGroup("Dark"))
                .on("C3", day(1), toSubtree("Chief"))
                .group("Clear", aUser("carl"))
                .incomplete()
                .resolution("carl");

        assertThat(carl.configuration()).contains(configuration("C1"));
        assertThat(carl.warnings()).containsExactly(new ResolutionWarning.IncompleteDirectory());
    }

    @Test
    @DisplayName("A12: every warning says what to do")
    void warningsSayWhatToDo() {
        assertThat(new ResolutionWarning.UnknownGroup(configuration("C1"), new GroupId("Dark")).message())
                .isEqualTo("group Dark, assigned to C1, cannot be read wholly; the user might be in it: grant the"
                        + " permission or remove what cannot be read");
        assertThat(new ResolutionWarning.UnknownLineage(new RoleId("Child")).message())
                .isEqualTo("which roles stand above role Child is unknown, because one was not listed: grant the"
                        + " permission to view roles");
        assertThat(new ResolutionWarning.IncompleteDirectory().message())
                .isEqualTo("the directory was not read completely; a membership that is not seen may exist: read it"
                        + " again");
    }
}
