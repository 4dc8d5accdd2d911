package io.github.crosstie.engagement.rules;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.Reason;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.UserField;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleRulesTest {

    private static final UserId ANNA = new UserId("anna");
    private static final ProfileId CREATIVE = new ProfileId("creative");

    private final Acme acme = new Acme();

    private void unit(UserId creator, Map<ProfileId, EngagementRole> roles, BothSetsPolicy bothSets) {
        acme.unit(unit -> new BusinessUnit(
                unit.id(),
                unit.name(),
                creator,
                unit.marketingUsers(),
                unit.salesUsers(),
                new ProfileRoleMapping(roles),
                bothSets));
    }

    private String createdRole() {
        return acme.plan().changes().stream()
                .map(UserChange.Create.class::cast)
                .map(create -> create.values().get(UserField.ROLE).orElseThrow())
                .findFirst()
                .orElse("none");
    }

    @Test
    @DisplayName(
            "U1: the creator of the unit, in Marketing Users, keeps Administrator, whatever their profile and sets")
    void keepsTheCreator() {
        unit(ANNA, Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR), BothSetsPolicy.SALES_WINS);
        acme.inMarketing(user("anna").build()).inSales(user("anna").build());

        assertThat(createdRole()).isEqualTo("Administrator");
    }

    @Test
    @DisplayName("U1: a creator long gone troubles nobody")
    void forgivesAMissingCreator() {
        unit(
                new UserId("long-gone"),
                Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR),
                BothSetsPolicy.SALES_WINS);
        acme.inMarketing(user("anna").build());

        assertThat(createdRole()).isEqualTo("Marketing");
    }

    @Test
    @DisplayName("U2: a member of Sales Users gets Sales, whatever the profile maps to")
    void givesSales() {
        acme.inSales(user("anna").profile(Acme.ADMINISTRATION).build());

        assertThat(createdRole()).isEqualTo("Sales");
    }

    @Test
    @DisplayName("U3: a mapped profile gives its role, a custom one included, if the unit has it")
    void givesTheMappedRole() {
        unit(
                ANNA,
                Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR, CREATIVE, new EngagementRole("Art Director")),
                BothSetsPolicy.SALES_WINS);
        acme.campaigns().addRole(new EngagementRole("Art Director"));
        acme.inMarketing(user("bert").profile(CREATIVE).build());

        assertThat(createdRole()).isEqualTo("Art Director");
    }

    @Test
    @DisplayName("U3: a role that the unit does not have waits until it is created")
    void holdsAnUnknownRole() {
        unit(
                ANNA,
                Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR, CREATIVE, new EngagementRole("Art Director")),
                BothSetsPolicy.SALES_WINS);
        acme.inMarketing(user("bert").profile(CREATIVE).build());

        assertThat(acme.plan().left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.ROLE_UNKNOWN));
    }

    @Test
    @DisplayName("U3: an unmapped profile gives Marketing, and being in the table assigns nobody")
    void givesMarketing() {
        acme.inMarketing(user("anna").profile(CREATIVE).build());
        acme.put(user("bert").profile(Acme.ADMINISTRATION).build());

        assertThat(createdRole()).isEqualTo("Marketing");
        assertThat(acme.plan().changes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SALES_WINS, Sales, Sales wins", "MARKETING_WINS, Administrator, Marketing wins"})
    @DisplayName("U4: in both sets, the policy of the unit decides, and the reason says so and what to do")
    void decidesForBothSets(BothSetsPolicy policy, String role, String diagnostic) {
        unit(null, Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR), policy);
        acme.inMarketing(user("anna").profile(Acme.ADMINISTRATION).build());
        acme.inSales(user("anna").profile(Acme.ADMINISTRATION).build());

        assertThat(createdRole()).isEqualTo(role);
        Reason reason = acme.plan().changes().get(0).reason();
        assertThat(reason.routes()).hasSize(2);
        assertThat(reason.text()).contains("in both sets", diagnostic, "take the user out of one set");
    }

    @Test
    @DisplayName("U4: unless a unit says otherwise, Sales wins")
    void letsSalesWinByDefault() {
        acme.inMarketing(user("anna").profile(Acme.ADMINISTRATION).build());
        acme.inSales(user("anna").profile(Acme.ADMINISTRATION).build());

        assertThat(BusinessUnit.of(Acme.CAMPAIGNS).bothSets()).isEqualTo(BothSetsPolicy.SALES_WINS);
        assertThat(createdRole()).isEqualTo("Sales");
    }

    @Test
    @DisplayName("U4: a unit that rejects users in both sets does nothing to them")
    void rejectsBothSets() {
        unit(null, Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR), BothSetsPolicy.REJECT);
        acme.inMarketing(user("anna").build()).inSales(user("anna").build());

        assertThat(acme.plan().changes()).isEmpty();
        assertThat(acme.plan().left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.IN_BOTH_SETS));
    }

    private String ruleOfUpdate() {
        return acme.plan().changes().stream()
                .filter(UserChange.Update.class::isInstance)
                .map(change -> change.reason().rule())
                .findFirst()
                .orElse("none");
    }

    @Test
    @DisplayName("U26: a profile that maps to Sales, in Marketing, is not the move to Sales Users that U27 is about")
    void namesTheProfile() {
        unit(
                null,
                Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR, CREATIVE, EngagementRole.SALES),
                BothSetsPolicy.SALES_WINS);
        acme.inMarketing(user("anna").profile(CREATIVE).build());
        acme.present(user("anna").build(), EngagementRole.MARKETING);

        assertThat(ruleOfUpdate()).isEqualTo("U26");
    }

    @Test
    @DisplayName("U27: a member of Sales Users gets Sales by the set")
    void namesTheSet() {
        acme.inSales(user("anna").build());
        acme.present(user("anna").build(), EngagementRole.MARKETING);

        assertThat(ruleOfUpdate()).isEqualTo("U27");
    }

    @Test
    @DisplayName("U1: a role that the creator of the unit gets back names that rule")
    void namesTheCreator() {
        unit(ANNA, Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR), BothSetsPolicy.SALES_WINS);
        acme.inMarketing(user("anna").build());
        acme.present(user("anna").build(), EngagementRole.MARKETING);

        assertThat(ruleOfUpdate()).isEqualTo("U1");
    }

    @ParameterizedTest
    @EnumSource(names = {"SALES_WINS", "MARKETING_WINS"})
    @DisplayName("U4: a role that the policy for both sets gives names that rule")
    void namesThePolicy(BothSetsPolicy policy) {
        unit(null, Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR), policy);
        acme.inMarketing(user("anna").build()).inSales(user("anna").build());
        acme.present(user("anna").build(), EngagementRole.SALES_MANAGER);

        assertThat(ruleOfUpdate()).isEqualTo("U4");
    }
}
