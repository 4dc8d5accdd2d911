package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.aGroup;
import static io.github.crosstie.assignment.Acme.aRole;
import static io.github.crosstie.assignment.Acme.aSubtree;
import static io.github.crosstie.assignment.Acme.aUser;
import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.toGroup;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toRole;
import static io.github.crosstie.assignment.Acme.toSubtree;
import static io.github.crosstie.assignment.Acme.toUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WitnessPathTest {

    private static final String ANNA = "0055Y00000Anna";

    private static Acme anna() {
        return acme().profile("Sales")
                .role("Chief", null)
                .role("Head", "Chief")
                .role("Agent", "Head")
                .user(ANNA, "Sales", "Agent");
    }

    private static String path(Acme acme, Assignment assignment) {
        return acme.on("C1", assignment)
                .resolution(ANNA)
                .effective()
                .orElseThrow()
                .path()
                .toString();
    }

    @Test
    @DisplayName("A8: an individual assignment needs no step")
    void anIndividualAssignmentIsItsOwnWitness() {
        assertThat(path(anna(), toUser(ANNA))).isEqualTo("user " + ANNA);
    }

    @Test
    @DisplayName("A8: a profile")
    void aProfile() {
        assertThat(path(anna(), toProfile("Sales"))).isEqualTo("profile Sales ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: a role")
    void aRoleItself() {
        assertThat(path(anna(), toRole("Agent"))).isEqualTo("role Agent ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: role and subordinates, step by step down to the user's role")
    void aSubtreeDownToTheRole() {
        assertThat(path(anna(), toSubtree("Chief")))
                .isEqualTo("role and subordinates Chief ⊃ role Head ⊃ role Agent ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: role and subordinates where the user is in the role itself")
    void aSubtreeOfTheUsersOwnRole() {
        assertThat(path(anna(), toSubtree("Agent"))).isEqualTo("role and subordinates Agent ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: nested groups")
    void nestedGroups() {
        Acme acme = anna().group("Sales_EMEA", aGroup("Sales_DE")).group("Sales_DE", aUser(ANNA));

        assertThat(path(acme, toGroup("Sales_EMEA"))).isEqualTo("group Sales_EMEA ⊃ group Sales_DE ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8, A11: a group inside that holds the user's role")
    void aGroupThatHoldsARole() {
        Acme acme = anna().group("Outer", aGroup("Inner")).group("Inner", aRole("Agent"));

        assertThat(path(acme, toGroup("Outer"))).isEqualTo("group Outer ⊃ group Inner ⊃ role Agent ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8, A11: a group that holds a role above the user's, with its subordinates")
    void aGroupThatHoldsASubtree() {
        Acme acme = anna().group("Outer", aSubtree("Head"));

        assertThat(path(acme, toGroup("Outer")))
                .isEqualTo("group Outer ⊃ role and subordinates Head ⊃ role Agent ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: of several ways the shortest, whatever the order of the rows")
    void theShortestOfSeveralWays() {
        Acme acme = anna().group("Outer", aGroup("Long1"), aGroup("Short"))
                .group("Long1", aGroup("Long2"))
                .group("Long2", aUser(ANNA))
                .group("Short", aUser(ANNA));

        assertThat(path(acme, toGroup("Outer"))).isEqualTo("group Outer ⊃ group Short ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: a way through a nested group beats a longer one down the roles")
    void theShortestOfAGroupAndASubtree() {
        Acme acme = anna().group("Outer", aSubtree("Chief"), aGroup("Inner")).group("Inner", aUser(ANNA));

        assertThat(path(acme, toGroup("Outer"))).isEqualTo("group Outer ⊃ group Inner ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: a way down the roles beats a longer one through nested groups")
    void theShortestOfASubtreeAndGroups() {
        Acme acme = anna().group("Outer", aGroup("G1"), aSubtree("Head"))
                .group("G1", aGroup("G2"))
                .group("G2", aGroup("G3"))
                .group("G3", aUser(ANNA));

        assertThat(path(acme, toGroup("Outer")))
                .isEqualTo("group Outer ⊃ role and subordinates Head ⊃ role Agent ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8, A11: groups that contain each other")
    void aCycleOfGroups() {
        Acme acme = anna().group("One", aGroup("Two"), aGroup("One")).group("Two", aGroup("One"), aUser(ANNA));

        assertThat(path(acme, toGroup("One"))).isEqualTo("group One ⊃ group Two ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8, A11: groups that contain each other have the same members, whichever of them is assigned")
    void aCycleFromItsFarSide() {
        Acme acme = anna().group("One", aGroup("Two"))
                .group("Two", aGroup("Three"), aUser(ANNA))
                .group("Three", aGroup("One"));

        assertThat(path(acme, toGroup("Three"))).isEqualTo("group Three ⊃ group One ⊃ group Two ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: a profile and a role that were not listed stand by their ids")
    void unlistedThingsStandByTheirIds() {
        Acme acme = acme().user(ANNA, "00eHidden", "00EHidden");

        assertThat(path(acme, toProfile("00eHidden"))).isEqualTo("profile 00eHidden ∋ user " + ANNA);
        assertThat(path(acme().user(ANNA, "00eHidden", "00EHidden"), toRole("00EHidden")))
                .isEqualTo("role 00EHidden ∋ user " + ANNA);
    }

    @Test
    @DisplayName("A8: a route tells configuration, way and reason")
    void aRouteTellsItsStory() {
        Resolution anna =
                anna().on("C1", toUser(ANNA)).on("C2", toRole("Agent")).resolution(ANNA);

        assertThat(anna.routes())
                .extracting(Route::toString)
                .containsExactly(
                        "C1 by user " + ANNA + ": applies",
                        "C2 by role Agent ∋ user " + ANNA + ": an individual assignment wins");
    }
}
