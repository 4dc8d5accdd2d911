package io.github.crosstie.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationSetTest {

    private static final ConfigurationId FIRST = new ConfigurationId("c1");
    private static final ConfigurationId SECOND = new ConfigurationId("c2");
    private static final Assignment ANNA = new Assignment.OfUser(new UserId("u1"), null);
    private static final Assignment SALES = new Assignment.OfProfile(new ProfileId("p1"), null);
    private static final Assignment EMEA = new Assignment.OfGroup(new GroupId("g1"), null);

    private static final ConfigurationSet SET = ConfigurationSet.of(
            new OrganizationId("org"),
            SyncConfiguration.builder(FIRST).assignments(ANNA, SALES, EMEA).build(),
            SyncConfiguration.builder(SECOND).build());

    @Test
    @DisplayName("A2: a user who is assigned individually to a second configuration moves")
    void movesAUser() {
        ConfigurationSet changed = SET.assign(SECOND, ANNA);

        assertThat(assignments(changed, FIRST)).containsExactly(SALES, EMEA);
        assertThat(assignments(changed, SECOND)).containsExactly(ANNA);
    }

    @Test
    @DisplayName("A4: a profile that is assigned to a second configuration moves")
    void movesAProfile() {
        ConfigurationSet changed = SET.assign(SECOND, SALES);

        assertThat(assignments(changed, FIRST)).containsExactly(ANNA, EMEA);
        assertThat(assignments(changed, SECOND)).containsExactly(SALES);
    }

    static List<Assignment> shared() {
        return List.of(
                EMEA,
                new Assignment.OfRole(new RoleId("r1"), null),
                new Assignment.OfRoleAndSubordinates(new RoleId("r1"), true, null));
    }

    @ParameterizedTest
    @MethodSource("shared")
    @DisplayName("A5: groups and roles stand in several configurations")
    void keepsGroupsAndRolesInBoth(Assignment shared) {
        ConfigurationSet changed = SET.assign(FIRST, shared).assign(SECOND, shared);

        assertThat(assignments(changed, FIRST)).contains(shared);
        assertThat(assignments(changed, SECOND)).containsExactly(shared);
    }

    @Test
    @DisplayName("A3: a user stays listed individually when the profile goes elsewhere")
    void listsAUserIndividuallyAndIndirectly() {
        ConfigurationSet changed = SET.assign(SECOND, SALES);

        assertThat(assignments(changed, FIRST)).contains(ANNA);
    }

    @Test
    @DisplayName("A1: assigning again replaces the moment of the assignment")
    void replacesAnEqualTarget() {
        Assignment later = new Assignment.OfUser(new UserId("u1"), Instant.parse("2026-01-01T00:00:00Z"));

        ConfigurationSet changed = SET.assign(FIRST, later);

        assertThat(assignments(changed, FIRST)).containsExactly(SALES, EMEA, later);
    }

    @Test
    @DisplayName("A14: ids that differ by case are different users")
    void tellsIdsApartByCase() {
        ConfigurationSet changed = SET.assign(SECOND, new Assignment.OfUser(new UserId("U1"), null));

        assertThat(assignments(changed, FIRST)).contains(ANNA);
    }

    @Test
    @DisplayName("A15: un-assigning takes one target away and leaves the rest")
    void unassigns() {
        ConfigurationSet changed = SET.unassign(FIRST, SALES);

        assertThat(assignments(changed, FIRST)).containsExactly(ANNA, EMEA);
    }

    @Test
    @DisplayName("A15: un-assigning what is not assigned changes nothing")
    void unassignsNothing() {
        assertThat(SET.unassign(SECOND, ANNA)).isSameAs(SET);
    }

    @Test
    void refusesToEditAConfigurationThatIsNotThere() {
        ConfigurationId missing = new ConfigurationId("c3");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SET.assign(missing, ANNA))
                .withMessage("organization org has no configuration c3; it has [c1, c2]");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.unassign(missing, ANNA));
        assertThatIllegalArgumentException().isThrownBy(() -> SET.edit(missing, edit -> edit));
    }

    @Test
    void editsOneConfigurationAndLeavesTheOriginalAlone() {
        ConfigurationSet changed = SET.edit(FIRST, edit -> edit.active(false).name("Old"));

        assertThat(changed.find(FIRST)).get().returns(false, SyncConfiguration::active);
        assertThat(changed.find(SECOND)).isEqualTo(SET.find(SECOND));
        assertThat(SET.find(FIRST)).get().returns(true, SyncConfiguration::active);
    }

    @Test
    void replacesAndRemovesConfigurationsAndUnitsById() {
        BusinessUnit unit = BusinessUnit.of(new BusinessUnitId("b1"));
        SyncConfiguration other = SyncConfiguration.builder(FIRST).name("Other").build();

        ConfigurationSet changed = SET.with(unit).with(other).without(SECOND);

        assertThat(changed.configurations()).containsExactly(other);
        assertThat(changed.businessUnits()).containsExactly(unit);
    }

    @Test
    void refusesTwoWithOneId() {
        SyncConfiguration configuration = SyncConfiguration.builder(FIRST).build();
        BusinessUnit unit = BusinessUnit.of(new BusinessUnitId("b1"));
        OrganizationId org = new OrganizationId("org");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigurationSet.of(org, configuration, configuration))
                .withMessage("organization org has two configurations with the id c1; give one of them another id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigurationSet.of(org, List.of(), List.of(unit, unit), AssignmentOrder.DEFAULT))
                .withMessageContaining("two business units with the id b1");
    }

    @Test
    void isEqualWhateverTheOrderOfItsConfigurations() {
        SyncConfiguration first = SyncConfiguration.builder(FIRST).build();
        SyncConfiguration second = SyncConfiguration.builder(SECOND).build();
        OrganizationId org = new OrganizationId("org");

        assertThat(ConfigurationSet.of(org, second, first))
                .isEqualTo(ConfigurationSet.of(org, first, second))
                .hasSameHashCodeAs(ConfigurationSet.of(org, first, second))
                .isNotEqualTo(SET);
    }

    private static List<Assignment> assignments(ConfigurationSet set, ConfigurationId id) {
        return set.find(id).orElseThrow().assignments();
    }
}
