package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.aSubtree;
import static io.github.crosstie.assignment.Acme.aWholeSubtree;
import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.toGroup;
import static io.github.crosstie.assignment.Acme.toRole;
import static io.github.crosstie.assignment.Acme.toSubtree;
import static io.github.crosstie.assignment.Acme.toWholeSubtree;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoleSubtreeTest {

    /** Chief above head above agent; below head a partner role, and below that a role that is not marked as one. */
    private static Acme forest() {
        return acme().profile("P")
                .role("Chief", null)
                .role("Head", "Chief")
                .role("Agent", "Head")
                .portalRole("Partner", "Head")
                .role("PartnerAgent", "Partner")
                .user("chief", "P", "Chief")
                .user("head", "P", "Head")
                .user("agent", "P", "Agent")
                .user("partner", "P", "Partner")
                .user("partnerAgent", "P", "PartnerAgent")
                .user("nobody", "P")
                .group("Inside", aSubtree("Head"))
                .group("Whole", aWholeSubtree("Head"));
    }

    private static java.util.List<String> enrolledBy(Assignment assignment) {
        return forest().on("C1", assignment)
                .roster()
                .enrollments()
                .map(each -> each.user().value())
                .toList();
    }

    @Test
    @DisplayName("A1: a role means the users in exactly this role")
    void aRoleMeansItsOwnUsers() {
        assertThat(enrolledBy(toRole("Head"))).containsExactly("head");
    }

    @Test
    @DisplayName("A10: a portal role can be assigned by itself")
    void aPortalRoleCanBeAssigned() {
        assertThat(enrolledBy(toRole("Partner"))).containsExactly("partner");
    }

    @Test
    @DisplayName("A10: role and subordinates means the role and all below it, never the managers above")
    void aSubtreeMeansTheRoleAndAllBelow() {
        assertThat(enrolledBy(toWholeSubtree("Head"))).containsExactly("head", "agent", "partner", "partnerAgent");
    }

    @Test
    @DisplayName("A10: the internal variant leaves out portal roles and everything below them")
    void theInternalVariantLeavesPortalRolesOut() {
        assertThat(enrolledBy(toSubtree("Head"))).containsExactly("head", "agent");
    }

    @Test
    @DisplayName("A10: the internal variant of a portal role means nobody")
    void theInternalVariantOfAPortalRoleIsEmpty() {
        assertThat(enrolledBy(toSubtree("Partner"))).isEmpty();
        assertThat(enrolledBy(toSubtree("PartnerAgent"))).isEmpty();
    }

    @Test
    @DisplayName("A10, A11: a group that holds role and internal subordinates leaves portal roles out")
    void aGroupOfAnInternalSubtree() {
        assertThat(enrolledBy(toGroup("Inside"))).containsExactly("head", "agent");
    }

    @Test
    @DisplayName("A10, A11: a group that holds role and all subordinates has portal roles too, and no manager above")
    void aGroupOfAWholeSubtree() {
        assertThat(enrolledBy(toGroup("Whole"))).containsExactly("head", "agent", "partner", "partnerAgent");
    }
}
