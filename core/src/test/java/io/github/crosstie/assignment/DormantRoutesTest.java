package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.aUser;
import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.configuration;
import static io.github.crosstie.assignment.Acme.toGroup;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toRole;
import static io.github.crosstie.assignment.Acme.toSubtree;
import static io.github.crosstie.assignment.Acme.toUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.directory.UserId;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DormantRoutesTest {

    private static final UserId ANNA = new UserId("anna");

    private static Acme anna() {
        return acme().profile("Sales")
                .role("Head", null)
                .role("Agent", "Head")
                .user("anna", "Sales", "Agent")
                .group("EMEA", aUser("anna"));
    }

    static Stream<Assignment> kinds() {
        return Stream.of(toUser("anna"), toProfile("Sales"), toGroup("EMEA"), toRole("Agent"), toSubtree("Head"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A6: an inactive configuration gives no sync but still claims, by any kind of assignment")
    void anInactiveConfigurationStillClaims(Assignment assignment) {
        Roster roster = anna().off("C1", assignment).roster();

        Resolution anna = roster.resolution(ANNA);
        assertThat(anna.status()).isEqualTo(ResolutionStatus.DORMANT);
        assertThat(anna.effective()).isEmpty();
        assertThat(anna.dormant()).extracting(Route::configuration).containsExactly(configuration("C1"));
        assertThat(roster.dormant(0)).isTrue();
        assertThat(roster.effective(0)).isEqualTo(-1);
    }

    @Test
    @DisplayName("A7, case c: a dormant individual route leaves the field to an active indirect one, with a warning")
    void theIndirectRouteAppliesWithAWarning() {
        Resolution anna =
                anna().off("C1", toUser("anna")).on("C2", toProfile("Sales")).resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C2"));
        assertThat(anna.routes())
                .extracting(Route::verdict)
                .containsExactly(RouteVerdict.EFFECTIVE, RouteVerdict.DORMANT);
        assertThat(anna.warnings())
                .containsExactly(
                        new ResolutionWarning.DormantIndividualClaim(configuration("C1"), configuration("C2")));
        assertThat(anna.warnings().get(0).message())
                .isEqualTo("inactive configuration C1 lists the user individually; C2 applies until it is switched on:"
                        + " remove the user from it if that is not meant");
    }

    @Test
    @DisplayName(
            "A6, case d: switching the dormant configuration on flips the effective one without an edit to the user")
    void reactivationFlipsTheAnswer() {
        Acme acme = anna().off("C1", toUser("anna")).on("C2", toProfile("Sales"));
        Roster before = acme.roster();
        ConfigurationSet reactivated = acme.configurations().edit(configuration("C1"), builder -> builder.active(true));

        Roster after = before.update(before.directory(), reactivated);

        assertThat(after.resolution(ANNA).configuration()).contains(configuration("C1"));
        assertThat(after.resolution(ANNA).warnings()).isEmpty();
    }

    @Test
    @DisplayName("A7: a dormant indirect route gives no warning")
    void onlyIndividualClaimsWarn() {
        Resolution anna =
                anna().off("C1", toProfile("Sales")).on("C2", toGroup("EMEA")).resolution("anna");

        assertThat(anna.configuration()).contains(configuration("C2"));
        assertThat(anna.warnings()).isEmpty();
    }

    @Test
    @DisplayName("C4, A7: a leftover of a moved user is no dormant claim: the warning names the holder alone")
    void aLeftoverDoesNotWarn() {
        Resolution anna = anna().off("C1", toUser("anna", Acme.day(1)))
                .off("C2", toUser("anna", Acme.day(2)))
                .on("C3", toProfile("Sales"))
                .resolution("anna");

        assertThat(anna.warnings())
                .containsExactly(
                        new ResolutionWarning.DormantIndividualClaim(configuration("C2"), configuration("C3")));
        assertThat(anna.dormant()).extracting(Route::configuration).containsExactly(configuration("C2"));
    }
}
