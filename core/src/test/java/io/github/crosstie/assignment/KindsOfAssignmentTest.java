package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.aUser;
import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.configuration;
import static io.github.crosstie.assignment.Acme.day;
import static io.github.crosstie.assignment.Acme.toGroup;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toRole;
import static io.github.crosstie.assignment.Acme.toSubtree;
import static io.github.crosstie.assignment.Acme.toUser;
import static io.github.crosstie.configuration.AssignmentKind.GROUP;
import static io.github.crosstie.configuration.AssignmentKind.PROFILE;
import static io.github.crosstie.configuration.AssignmentKind.ROLE;
import static io.github.crosstie.configuration.AssignmentKind.ROLE_AND_SUBORDINATES;
import static io.github.crosstie.configuration.AssignmentKind.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KindsOfAssignmentTest {

    private static final UserId ANNA = new UserId("anna");

    private static Acme anna() {
        return acme().profile("Sales")
                .role("Head", null)
                .role("Agent", "Head")
                .user("anna", "Sales", "Agent")
                .group("EMEA", aUser("anna"))
                .user("ben", "Other");
    }

    static Stream<Assignment> kinds() {
        return Stream.of(toUser("anna"), toProfile("Sales"), toGroup("EMEA"), toRole("Agent"), toSubtree("Head"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A1: each of the five kinds of assignment enrols whom it means, and nobody else")
    void eachKindEnrols(Assignment assignment) {
        Roster roster = anna().on("C1", assignment).roster();

        assertThat(roster.enrollments()).containsExactly(new Enrollment(ANNA, configuration("C1"), assignment.kind()));
        assertThat(roster.resolution(new UserId("ben")).status()).isEqualTo(ResolutionStatus.NOT_ASSIGNED);
    }

    @Test
    @DisplayName("A3, case b: an individual assignment wins over the profile's, and both configurations list the user")
    void theIndividualAssignmentWins() {
        Roster roster = anna().on("C1", toUser("anna"))
                .on("C2", day(9), toProfile("Sales"))
                .roster();

        assertThat(roster.resolution(ANNA).routes())
                .extracting(Route::configuration, Route::verdict)
                .containsExactly(
                        tuple(configuration("C1"), RouteVerdict.EFFECTIVE),
                        tuple(configuration("C2"), RouteVerdict.INDIVIDUAL_WINS));
        assertThat(roster.contested(0)).isTrue();
    }

    @Test
    @DisplayName("A5: profile, public group, role, role and subordinates, in this order")
    void indirectKindsHaveAnOrder() {
        Resolution anna = anna().on("C1", toSubtree("Head"))
                .on("C2", toRole("Agent"))
                .on("C3", toGroup("EMEA"))
                .on("C4", toProfile("Sales"))
                .resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C4"));
        assertThat(anna.routes())
                .extracting(route -> route.assignment().kind())
                .containsExactly(PROFILE, GROUP, ROLE, ROLE_AND_SUBORDINATES);
        assertThat(anna.routes().stream().skip(1))
                .extracting(Route::verdict)
                .containsOnly(RouteVerdict.STRONGER_KIND_WINS);
    }

    @Test
    @DisplayName("A5, case f: by group and by role and subordinates in different configurations, the group wins")
    void groupBeatsRoleAndSubordinates() {
        Roster roster = anna().on("C1", day(9), toSubtree("Head"))
                .on("C2", day(1), toGroup("EMEA"))
                .roster();

        assertThat(roster.enrollment(ANNA)).contains(new Enrollment(ANNA, configuration("C2"), GROUP));
    }

    static Stream<AssignmentKind> indirectKinds() {
        return Stream.of(PROFILE, GROUP, ROLE, ROLE_AND_SUBORDINATES);
    }

    @ParameterizedTest
    @MethodSource("indirectKinds")
    @DisplayName("A5: the host can put any indirect kind first")
    void theHostReplacesTheOrder(AssignmentKind first) {
        List<AssignmentKind> kinds = Stream.concat(
                        Stream.of(USER, first), indirectKinds().filter(kind -> kind != first))
                .toList();

        Roster roster = anna().on("C1", toProfile("Sales"))
                .on("C2", toGroup("EMEA"))
                .on("C3", toRole("Agent"))
                .on("C4", toSubtree("Head"))
                .order(new AssignmentOrder(kinds))
                .roster();

        assertThat(roster.kind(0)).isEqualTo(first);
        assertThat(roster.resolution(ANNA)
                        .effective()
                        .orElseThrow()
                        .assignment()
                        .kind())
                .isEqualTo(first);
    }

    @Test
    @DisplayName("A5: of the same kind the most recently modified configuration wins")
    void tiesGoToTheLaterModification() {
        Resolution anna = anna().on("C1", day(1), toGroup("EMEA"))
                .on("C2", day(2), toGroup("EMEA"))
                .resolution("anna");

        assertThat(anna.routes())
                .extracting(Route::configuration, Route::verdict)
                .containsExactly(
                        tuple(configuration("C2"), RouteVerdict.EFFECTIVE),
                        tuple(configuration("C1"), RouteVerdict.LATER_MODIFICATION_WINS));
    }

    @Test
    @DisplayName("A1, A5: of equal modification the smaller configuration id wins")
    void tiesGoToTheSmallerId() {
        Resolution anna = anna().on("C2", day(1), toRole("Agent"))
                .on("C1", day(1), toRole("Agent"))
                .resolution("anna");

        assertThat(anna.routes())
                .extracting(Route::configuration, Route::verdict)
                .containsExactly(
                        tuple(configuration("C1"), RouteVerdict.EFFECTIVE),
                        tuple(configuration("C2"), RouteVerdict.SMALLER_ID_WINS));
    }

    @Test
    @DisplayName("A1: where nobody recorded a modification the smaller id wins")
    void absentModificationsGoToTheSmallerId() {
        Resolution anna =
                anna().on("C2", toRole("Agent")).on("C1", toRole("Agent")).resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C1"));
        assertThat(anna.routes().get(1).verdict()).isEqualTo(RouteVerdict.SMALLER_ID_WINS);
    }

    @Test
    @DisplayName("A1: a configuration without a recorded modification loses to one with it")
    void anAbsentModificationLoses() {
        Resolution anna = anna().on("C1", toRole("Agent"))
                .on("C2", day(1), toRole("Agent"))
                .resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C2"));
        assertThat(anna.routes().get(1).verdict()).isEqualTo(RouteVerdict.LATER_MODIFICATION_WINS);
    }

    @Test
    @DisplayName("A14: profile and role ids that differ by case alone are different")
    void idsAreCaseSensitive() {
        Roster roster = anna().on("C1", toProfile("sales"), toRole("agent")).roster();

        assertThat(roster.enrollments()).isEmpty();
        assertThat(roster.unresolvedTargets()).hasSize(2);
    }
}
