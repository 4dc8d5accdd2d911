package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.aGroup;
import static io.github.crosstie.assignment.Acme.aUser;
import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.toGroup;
import static io.github.crosstie.assignment.Acme.toRole;
import static io.github.crosstie.assignment.Acme.toSubtree;
import static io.github.crosstie.assignment.Acme.toUser;
import static io.github.crosstie.configuration.EngagementSet.MARKETING_USERS;
import static io.github.crosstie.configuration.EngagementSet.SALES_USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SetMembershipTest {

    private static final UserId ANNA = new UserId("anna");

    static BusinessUnit unit(String id, List<Assignment> marketing, List<Assignment> sales) {
        return new BusinessUnit(
                new BusinessUnitId(id),
                id,
                null,
                marketing,
                sales,
                ProfileRoleMapping.EMPTY,
                BothSetsPolicy.SALES_WINS);
    }

    private static Acme people() {
        return acme().profile("P")
                .role("Chief", null)
                .role("Agent", "Chief")
                .user("anna", "P", "Agent")
                .user("ben", "P")
                .group("Outer", aGroup("Inner"))
                .group("Inner", aUser("anna"));
    }

    private static List<Integer> bits(Directory directory, String user, BusinessUnit... units) {
        return SetMembership.of(directory, List.of(units))
                .sets(directory.users().slot(new UserId(user)))
                .stream()
                .boxed()
                .toList();
    }

    @Test
    @DisplayName("U: sets do not compete: a user is in every set that means them, individually or not")
    void setsDoNotCompete() {
        Directory directory = people().directory();

        assertThat(bits(
                        directory,
                        "anna",
                        unit("EMEA", List.of(toUser("anna")), List.of(toUser("anna"))),
                        unit("APAC", List.of(toUser("anna")), List.of(toSubtree("Chief")))))
                .containsExactly(
                        UnitSets.bit(0, MARKETING_USERS),
                        UnitSets.bit(0, SALES_USERS),
                        UnitSets.bit(1, MARKETING_USERS),
                        UnitSets.bit(1, SALES_USERS));
    }

    @Test
    @DisplayName("U: a set may mean users, groups, roles, roles and subordinates")
    void eachKindOfAssignmentCounts() {
        Directory directory = people().directory();

        for (Assignment each : List.of(toUser("anna"), toGroup("Outer"), toRole("Agent"), toSubtree("Chief"))) {
            assertThat(bits(directory, "anna", unit("EMEA", List.of(), List.of(each))))
                    .containsExactly(UnitSets.bit(0, SALES_USERS));
            assertThat(bits(directory, "ben", unit("EMEA", List.of(), List.of(each))))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("U: more sets than a mask word holds")
    void manyUnits() {
        BusinessUnit[] units = IntStream.range(0, 40)
                .mapToObj(number -> unit("BU" + number, List.of(toRole("Agent")), List.of(toUser("anna"))))
                .toArray(BusinessUnit[]::new);

        assertThat(bits(people().directory(), "anna", units)).hasSize(80);
    }

    @Test
    @DisplayName("A8: the witness of a membership is one of the strongest kind")
    void aMembershipHasAWitness() {
        SetMembership membership = SetMembership.of(
                people().directory(),
                List.of(unit(
                        "EMEA",
                        List.of(toSubtree("Chief"), toGroup("Outer")),
                        List.of(toGroup("Outer"), toUser("anna")))));

        assertThat(membership.witness(ANNA, 0, MARKETING_USERS))
                .hasToString("Optional[group Outer ⊃ group Inner ∋ user anna]");
        assertThat(membership.witness(ANNA, 0, SALES_USERS)).hasToString("Optional[user anna]");
        assertThat(membership.witness(new UserId("ben"), 0, SALES_USERS)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> membership.witness(new UserId("Ben"), 0, SALES_USERS))
                .withMessage("organization Acme has no user Ben; ids are case-sensitive");
    }

    @Test
    @DisplayName("U: no unit, no set")
    void noUnits() {
        assertThat(bits(people().directory(), "anna")).isEmpty();
    }

    private static List<Integer> unknown(Directory directory, String user, BusinessUnit... units) {
        return SetMembership.of(directory, List.of(units))
                .unknown(directory.users().slot(new UserId(user)))
                .stream()
                .boxed()
                .toList();
    }

    @Test
    @DisplayName("A12: a group that cannot be read may hold whoever is not found in its set")
    void anUnreadableGroupMayHoldAnybody() {
        Directory directory = people().group("Inner", aUser("gone")).directory();
        BusinessUnit unit = unit("EMEA", List.of(toGroup("Outer")), List.of(toUser("anna")));

        assertThat(unknown(directory, "anna", unit)).isEmpty();
        assertThat(unknown(directory, "ben", unit)).containsExactly(UnitSets.bit(0, MARKETING_USERS));
    }

    @Test
    @DisplayName("A12, G3: a group that is not listed at all may hold anybody")
    void anUnlistedGroupMayHoldAnybody() {
        assertThat(unknown(people().directory(), "ben", unit("EMEA", List.of(), List.of(toGroup("Hidden")))))
                .containsExactly(UnitSets.bit(0, SALES_USERS));
    }

    @Test
    @DisplayName("A13: role and subordinates may mean a user below a missing parent")
    void aSubtreeMayReachAnOrphan() {
        Directory directory = people().role("Orphan", "Hidden")
                .user("carl", "P", "Orphan")
                .group("Wide", Acme.aSubtree("Chief"))
                .directory();
        BusinessUnit unit = unit("EMEA", List.of(toSubtree("Chief")), List.of(toRole("Chief")));
        BusinessUnit byGroup = unit("APAC", List.of(), List.of(toGroup("Wide")));

        assertThat(unknown(directory, "carl", unit, byGroup))
                .containsExactly(UnitSets.bit(0, MARKETING_USERS), UnitSets.bit(1, SALES_USERS));
        assertThat(unknown(directory, "ben", unit, byGroup)).isEmpty();
    }

    @Test
    @DisplayName("G3: an incomplete directory proves no absence")
    void anIncompleteDirectoryProvesNoAbsence() {
        Directory directory = people().incomplete().directory();
        BusinessUnit unit = unit("EMEA", List.of(toUser("anna")), List.of());

        assertThat(unknown(directory, "anna", unit)).containsExactly(UnitSets.bit(0, SALES_USERS));
    }

    @Test
    @DisplayName("U: tells which sets of which unit hold a user, and how many")
    void tellsWhichSetsAndHowMany() {
        Directory directory = people().directory();
        UnitSets sets = SetMembership.of(
                        directory,
                        List.of(
                                unit("EMEA", List.of(), List.of(toUser("anna"))),
                                unit("APAC", List.of(toUser("anna")), List.of())))
                .sets(directory.users().slot(new UserId("anna")));

        assertThat(sets.contains(0, SALES_USERS)).isTrue();
        assertThat(sets.contains(0, MARKETING_USERS)).isFalse();
        assertThat(sets.contains(1, MARKETING_USERS)).isTrue();
        assertThat(sets.size()).isEqualTo(2);
        assertThat(sets.isEmpty()).isFalse();
    }
}
