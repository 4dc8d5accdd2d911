package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toUser;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InactiveUserTest {

    private static Acme anna() {
        return acme().profile("Sales").role("Head", null).inactiveUser("anna", "Sales", "Head");
    }

    @Test
    @DisplayName("A9: an inactive user never syncs, but stays visible with every route")
    void anInactiveUserNeverSyncs() {
        Roster roster =
                anna().on("C1", toUser("anna")).off("C2", toProfile("Sales")).roster();

        Resolution anna = roster.resolution(roster.directory().users().at(0).id());

        assertThat(roster.enrollments()).isEmpty();
        assertThat(roster.counts().values()).containsOnly(0);
        assertThat(anna.status()).isEqualTo(ResolutionStatus.INACTIVE_USER);
        assertThat(anna.routes())
                .extracting(Route::verdict)
                .containsExactly(RouteVerdict.USER_INACTIVE, RouteVerdict.DORMANT);
    }

    @Test
    @DisplayName("A9: an inactive user whom nobody claims is an inactive user too")
    void anUnassignedInactiveUserIsInactive() {
        assertThat(anna().resolution("anna").status()).isEqualTo(ResolutionStatus.INACTIVE_USER);
    }

    @Test
    @DisplayName("A9, A12: no membership could make an inactive user sync, so the answer is certain")
    void anInactiveUserIsCertain() {
        Resolution anna = anna().group("EMEA", Acme.aUser("gone"))
                .incomplete()
                .on("C1", Acme.toGroup("EMEA"))
                .resolution("anna");

        assertThat(anna.certain()).isTrue();
        assertThat(anna.warnings()).isEmpty();
    }
}
