package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.configuration;
import static io.github.crosstie.assignment.Acme.day;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crosstie.configuration.ConfigurationSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MovedAssignmentsTest {

    private static Acme anna() {
        return acme().profile("Sales").user("anna", "Sales");
    }

    @Test
    @DisplayName("A2, case a: a user assigned to a second configuration leaves the first")
    void aSecondIndividualAssignmentMovesTheUser() {
        Acme acme = anna().on("C1", toUser("anna")).on("C2");

        ConfigurationSet moved = acme.configurations().assign(configuration("C2"), toUser("anna"));

        assertThat(moved.find(configuration("C1")).orElseThrow().assignments()).isEmpty();
        Roster roster = AssignmentResolver.resolve(acme.directory(), moved);
        assertThat(roster.resolution(acme.directory().users().at(0).id()).routes())
                .extracting(Route::configuration)
                .containsExactly(configuration("C2"));
    }

    @Test
    @DisplayName("A4, case e: a profile assigned to a second configuration leaves the first")
    void aSecondProfileAssignmentMovesTheProfile() {
        Acme acme = anna().on("C1", toProfile("Sales")).on("C2");

        ConfigurationSet moved = acme.configurations().assign(configuration("C2"), toProfile("Sales"));

        assertThat(moved.find(configuration("C1")).orElseThrow().assignments()).isEmpty();
        assertThat(AssignmentResolver.resolve(acme.directory(), moved).counts())
                .containsEntry(configuration("C1"), 0)
                .containsEntry(configuration("C2"), 1);
    }

    @Test
    @DisplayName("C4, A2: of two individual assignments in imported data the later one wins, the other is superseded")
    void theLaterIndividualAssignmentWins() {
        Resolution anna = anna().on("C1", toUser("anna", day(1)))
                .on("C2", toUser("anna", day(2)))
                .resolution("anna");

        assertThat(anna.routes())
                .extracting(Route::configuration, Route::verdict)
                .containsExactly(
                        tuple(configuration("C2"), RouteVerdict.EFFECTIVE),
                        tuple(configuration("C1"), RouteVerdict.SUPERSEDED));
    }

    @Test
    @DisplayName("C4, A4: of two assignments of one profile in imported data the later one wins")
    void theLaterProfileAssignmentWins() {
        Resolution anna = anna().on("C1", day(9), toProfile("Sales", day(3)))
                .on("C2", day(1), toProfile("Sales", day(2)))
                .resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C1"));
        assertThat(anna.routes())
                .extracting(Route::verdict)
                .containsExactly(RouteVerdict.EFFECTIVE, RouteVerdict.SUPERSEDED);
    }

    @Test
    @DisplayName("C4: an assignment without a time loses to one with a time")
    void anAbsentTimeOfAssignmentLoses() {
        Resolution anna = anna().on("C1", day(9), toUser("anna"))
                .on("C2", day(1), toUser("anna", day(1)))
                .resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C2"));
    }

    @Test
    @DisplayName("C4: of equal times of assignment the later modified configuration wins")
    void equalTimesGoToTheLaterModification() {
        Resolution anna = anna().on("C1", day(1), toUser("anna", day(5)))
                .on("C2", day(2), toUser("anna", day(5)))
                .resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C2"));
    }

    @Test
    @DisplayName("C4: with nothing else to tell them apart the smaller configuration id wins")
    void absentTimesGoToTheSmallerId() {
        Resolution anna =
                anna().on("C2", toProfile("Sales")).on("C1", toProfile("Sales")).resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C1"));
    }

    @Test
    @DisplayName("C4, A6: a later assignment wins though its configuration is inactive, and then nobody syncs")
    void theLaterAssignmentWinsEvenIfDormant() {
        Resolution anna = anna().on("C1", toUser("anna", day(1)))
                .off("C2", toUser("anna", day(2)))
                .resolution("anna");

        assertThat(anna.status()).isEqualTo(ResolutionStatus.DORMANT);
        assertThat(anna.routes())
                .extracting(Route::verdict)
                .containsExactly(RouteVerdict.DORMANT, RouteVerdict.SUPERSEDED);
    }

    @Test
    @DisplayName("C4: a leftover contests nobody")
    void aLeftoverDoesNotContest() {
        Roster roster = anna().on("C1", toUser("anna", day(1)))
                .on("C2", toUser("anna", day(2)))
                .roster();

        assertThat(roster.contested(0)).isFalse();
    }
}
