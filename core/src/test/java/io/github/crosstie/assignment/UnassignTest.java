package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.aUser;
import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.configuration;
import static io.github.crosstie.assignment.Acme.toGroup;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.directory.UserId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnassignTest {

    private static final UserId ANNA = new UserId("anna");

    private static Acme anna() {
        return acme().profile("Sales").user("anna", "Sales").group("EMEA", aUser("anna"));
    }

    @Test
    @DisplayName("A15: un-assigning stops the flow, and the user stays in the directory")
    void unassigningStopsTheFlow() {
        Acme acme = anna().on("C1", toUser("anna"));
        Roster before = acme.roster();

        ConfigurationSet unassigned = acme.configurations().unassign(configuration("C1"), toUser("anna"));
        Roster after = before.update(before.directory(), unassigned);

        assertThat(after.resolution(ANNA).status()).isEqualTo(ResolutionStatus.NOT_ASSIGNED);
        assertThat(after.resolution(ANNA).routes()).isEmpty();
        assertThat(after.resolution(ANNA).certain()).isTrue();
    }

    @Test
    @DisplayName("A15: whoever is assigned again syncs again")
    void assigningAgainResumes() {
        Acme acme = anna().on("C1", toUser("anna"));
        Roster before = acme.roster();
        ConfigurationSet back = acme.configurations()
                .unassign(configuration("C1"), toUser("anna"))
                .assign(configuration("C1"), toUser("anna"));

        Roster after = before.update(before.directory(), back);

        assertThat(after.resolution(ANNA)).isEqualTo(before.resolution(ANNA));
    }

    @Test
    @DisplayName("A, case g: removing one of two routes never removes the user")
    void oneOfTwoRoutesIsEnough() {
        Acme acme = anna().on("C1", toUser("anna"), toGroup("EMEA"));
        Roster before = acme.roster();
        assertThat(before.resolution(ANNA).routes())
                .extracting(Route::verdict)
                .containsExactly(RouteVerdict.EFFECTIVE, RouteVerdict.SAME_CONFIGURATION);

        Roster withoutUser =
                before.update(before.directory(), acme.configurations().unassign(configuration("C1"), toUser("anna")));
        Roster withoutGroup =
                before.update(before.directory(), acme.configurations().unassign(configuration("C1"), toGroup("EMEA")));

        assertThat(withoutUser.enrollment(ANNA))
                .contains(new Enrollment(ANNA, configuration("C1"), AssignmentKind.GROUP));
        assertThat(withoutGroup.enrollment(ANNA))
                .contains(new Enrollment(ANNA, configuration("C1"), AssignmentKind.USER));
    }

    @Test
    @DisplayName("A, case g: the other route may lead to another configuration")
    void theOtherRouteTakesOver() {
        Acme acme = anna().on("C1", toUser("anna")).on("C2", toProfile("Sales"));
        Roster before = acme.roster();

        Roster after =
                before.update(before.directory(), acme.configurations().unassign(configuration("C1"), toUser("anna")));

        assertThat(after.resolution(ANNA).configuration()).contains(configuration("C2"));
    }
}
