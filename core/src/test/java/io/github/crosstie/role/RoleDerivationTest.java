package io.github.crosstie.role;

import static io.github.crosstie.configuration.BothSetsPolicy.MARKETING_WINS;
import static io.github.crosstie.configuration.BothSetsPolicy.REJECT;
import static io.github.crosstie.configuration.BothSetsPolicy.SALES_WINS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleDerivationTest {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final ProfileId MANAGERS = new ProfileId("managers");
    private static final ProfileId DESIGNERS = new ProfileId("designers");
    private static final ProfileId ADMINS = new ProfileId("admins");
    private static final ProfileId UNMAPPED = new ProfileId("unmapped");
    private static final EngagementRole DESIGNER = new EngagementRole("Email Designer");

    private static BusinessUnit unit(@Nullable UserId creator, BothSetsPolicy policy) {
        return new BusinessUnit(
                new BusinessUnitId("0Uz"),
                "EMEA",
                creator,
                List.of(),
                List.of(),
                new ProfileRoleMapping(Map.of(
                        MANAGERS,
                        EngagementRole.SALES_MANAGER,
                        DESIGNERS,
                        DESIGNER,
                        ADMINS,
                        EngagementRole.ADMINISTRATOR)),
                policy);
    }

    private static RoleDecision derive(UserId user, ProfileId profile, boolean marketing, boolean sales) {
        return RoleDerivation.derive(unit(ANNA, SALES_WINS), user, profile, marketing, sales);
    }

    private static RoleDecision.Granted granted(RoleDecision decision) {
        assertThat(decision).isInstanceOf(RoleDecision.Granted.class);
        return (RoleDecision.Granted) decision;
    }

    @Test
    @DisplayName("U1: the creator in Marketing Users keeps Administrator, whatever the profile maps to")
    void theCreatorKeepsAdministrator() {
        RoleDecision decision = derive(ANNA, DESIGNERS, true, false);

        assertThat(decision)
                .isEqualTo(new RoleDecision.Granted(
                        EngagementRole.ADMINISTRATOR,
                        RoleRule.U1_CREATOR,
                        "created business unit EMEA and is in Marketing Users, so keeps Administrator"));
    }

    @ParameterizedTest
    @EnumSource(BothSetsPolicy.class)
    @DisplayName("U1, U4: the creator in both sets keeps Administrator under every policy")
    void theCreatorInBothSetsKeepsAdministrator(BothSetsPolicy policy) {
        RoleDecision decision = RoleDerivation.derive(unit(ANNA, policy), ANNA, UNMAPPED, true, true);

        assertThat(granted(decision).role()).isEqualTo(EngagementRole.ADMINISTRATOR);
        assertThat(granted(decision).rule()).isEqualTo(RoleRule.U1_CREATOR);
    }

    @Test
    @DisplayName("U1, U2: the creator in Sales Users alone gets Sales")
    void theCreatorInSalesAloneGetsSales() {
        RoleDecision decision = derive(ANNA, ADMINS, false, true);

        assertThat(granted(decision).role()).isEqualTo(EngagementRole.SALES);
        assertThat(granted(decision).rule()).isEqualTo(RoleRule.U2_SALES);
    }

    @Test
    @DisplayName("U1: the creator in no set gets nothing")
    void theCreatorInNoSetGetsNothing() {
        assertThat(derive(ANNA, ADMINS, false, false)).isEqualTo(new RoleDecision.NotAssigned("is in neither set"));
    }

    @Test
    @DisplayName("U1: a creator long gone, or not known, makes nobody Administrator")
    void aCreatorLongGoneMakesNobodyAdministrator() {
        RoleDecision longGone =
                RoleDerivation.derive(unit(new UserId("gone"), SALES_WINS), ANNA, MANAGERS, true, false);
        RoleDecision unknown = RoleDerivation.derive(unit(null, SALES_WINS), ANNA, MANAGERS, true, false);

        assertThat(granted(longGone).role()).isEqualTo(EngagementRole.SALES_MANAGER);
        assertThat(granted(unknown).role()).isEqualTo(EngagementRole.SALES_MANAGER);
    }

    @Test
    @DisplayName("U2: a member of Sales Users gets Sales, whatever the profile maps to")
    void salesUsersGetSales() {
        assertThat(derive(BEN, ADMINS, false, true))
                .isEqualTo(new RoleDecision.Granted(
                        EngagementRole.SALES, RoleRule.U2_SALES, "is in Sales Users, so gets Sales"));
    }

    @Test
    @DisplayName("U3: a member of Marketing Users gets what the profile maps to")
    void marketingUsersGetWhatTheProfileMapsTo() {
        assertThat(derive(BEN, MANAGERS, true, false))
                .isEqualTo(new RoleDecision.Granted(
                        EngagementRole.SALES_MANAGER,
                        RoleRule.U3_MAPPED_PROFILE,
                        "is in Marketing Users and profile managers maps to Sales Manager"));
        assertThat(granted(derive(BEN, ADMINS, true, false)).role()).isEqualTo(EngagementRole.ADMINISTRATOR);
    }

    @Test
    @DisplayName("U3: a profile may map to a custom role")
    void aProfileMayMapToACustomRole() {
        assertThat(granted(derive(BEN, DESIGNERS, true, false)).role()).isEqualTo(DESIGNER);
    }

    @Test
    @DisplayName("U3: an unmapped profile gets Marketing")
    void anUnmappedProfileGetsMarketing() {
        assertThat(derive(BEN, UNMAPPED, true, false))
                .isEqualTo(new RoleDecision.Granted(
                        EngagementRole.MARKETING,
                        RoleRule.U3_UNMAPPED_PROFILE,
                        "is in Marketing Users and profile unmapped is not mapped, so gets Marketing"));
    }

    @Test
    @DisplayName("U3: being in the table assigns nobody")
    void aMappedProfileAssignsNobody() {
        assertThat(derive(BEN, ADMINS, false, false)).isInstanceOf(RoleDecision.NotAssigned.class);
    }

    @Test
    @DisplayName("U4: in both sets Sales wins by default, with a diagnostic")
    void salesWinsByDefault() {
        assertThat(RoleDerivation.derive(unit(ANNA, SALES_WINS), BEN, ADMINS, true, true))
                .isEqualTo(new RoleDecision.Granted(
                        EngagementRole.SALES,
                        RoleRule.U4_BOTH_SETS,
                        "is in both sets, where Sales wins, so gets Sales; take the user out of one set to be clear"));
    }

    @Test
    @DisplayName("U4: where Marketing wins, the profile decides")
    void marketingWinsWhereSelected() {
        RoleDecision mapped = RoleDerivation.derive(unit(ANNA, MARKETING_WINS), BEN, MANAGERS, true, true);
        RoleDecision unmapped = RoleDerivation.derive(unit(ANNA, MARKETING_WINS), BEN, UNMAPPED, true, true);

        assertThat(mapped)
                .isEqualTo(new RoleDecision.Granted(
                        EngagementRole.SALES_MANAGER,
                        RoleRule.U4_BOTH_SETS,
                        "is in both sets, where Marketing wins, so gets Sales Manager; take the user out of one set to"
                                + " be clear"));
        assertThat(granted(unmapped).role()).isEqualTo(EngagementRole.MARKETING);
    }

    @Test
    @DisplayName("U4: where both sets are rejected, the user gets no role")
    void rejectsWhereSelected() {
        RoleDecision decision = RoleDerivation.derive(unit(ANNA, REJECT), BEN, MANAGERS, true, true);

        assertThat(decision)
                .isEqualTo(new RoleDecision.Rejected(
                        "is in both sets, which business unit EMEA rejects: take the user out of one set"));
    }
}
