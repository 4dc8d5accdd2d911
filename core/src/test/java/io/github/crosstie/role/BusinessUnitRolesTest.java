package io.github.crosstie.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.SetMembership;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BusinessUnitRolesTest {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final GroupId GROUP = new GroupId("everybody");
    private static final ProfileId PROFILE = new ProfileId("managers");
    private static final Assignment ALL = new Assignment.OfGroup(GROUP, null);
    private static final Assignment ONLY_ANNA = new Assignment.OfUser(ANNA, null);

    private final Directory directory = Directory.builder(
                    new Organization(new OrganizationId("00D"), "Acme", Environment.PRODUCTION))
            .put(User.builder(ANNA, "anna@acme.example", PROFILE).build())
            .put(User.builder(BEN, "ben@acme.example", PROFILE).build())
            .put(User.builder(new UserId("carl"), "carl@acme.example", PROFILE).build())
            .put(new Group(GROUP, "Everybody", "Everybody"))
            .addMember(GROUP, new Member.OfUser(ANNA))
            .addMember(GROUP, new Member.OfUser(BEN))
            .build();

    private static BusinessUnit unit(String id, List<Assignment> marketing, List<Assignment> sales) {
        return new BusinessUnit(
                new BusinessUnitId(id),
                id,
                ANNA,
                marketing,
                sales,
                new ProfileRoleMapping(Map.of(PROFILE, EngagementRole.SALES_MANAGER)),
                BothSetsPolicy.SALES_WINS);
    }

    private Map<BusinessUnitId, RoleDecision> decisions(UserId user, BusinessUnit... units) {
        return BusinessUnitRoles.of(SetMembership.of(directory, List.of(units)))
                .decisions(directory.users().slot(user));
    }

    private static RoleRule rule(RoleDecision decision) {
        return ((RoleDecision.Granted) decision).rule();
    }

    @Test
    @DisplayName("U1 to U4: one decision for each unit that has the user in a set, in the order of the units")
    void decidesForEachUnit() {
        BusinessUnit marketing = unit("Z", List.of(ALL), List.of());
        BusinessUnit none = unit("Y", List.of(ONLY_ANNA), List.of());
        BusinessUnit sales = unit("B", List.of(), List.of(ALL));
        BusinessUnit both = unit("A", List.of(ALL), List.of(ALL));

        Map<BusinessUnitId, RoleDecision> ben = decisions(BEN, marketing, none, sales, both);

        assertThat(ben.keySet()).extracting(BusinessUnitId::value).containsExactly("Z", "B", "A");
        assertThat(ben.values())
                .extracting(BusinessUnitRolesTest::rule)
                .containsExactly(RoleRule.U3_MAPPED_PROFILE, RoleRule.U2_SALES, RoleRule.U4_BOTH_SETS);
    }

    @Test
    @DisplayName("U1: the creator, individually in Marketing Users and by a group in Sales Users, keeps Administrator")
    void theCreatorInBothSetsKeepsAdministrator() {
        Map<BusinessUnitId, RoleDecision> anna = decisions(ANNA, unit("A", List.of(ONLY_ANNA), List.of(ALL)));

        assertThat(anna.values()).extracting(BusinessUnitRolesTest::rule).containsExactly(RoleRule.U1_CREATOR);
    }

    @Test
    @DisplayName("U: who is in no set gets no decision")
    void decidesNothingForOthers() {
        assertThat(decisions(new UserId("carl"), unit("A", List.of(ALL), List.of(ALL))))
                .isEmpty();
    }

    @Test
    @DisplayName("U: roles know the memberships they follow from")
    void knowsItsMemberships() {
        SetMembership membership = SetMembership.of(directory, List.of());

        assertThat(BusinessUnitRoles.of(membership).membership()).isSameAs(membership);
    }
}
