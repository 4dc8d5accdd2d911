package io.github.crosstie.assignment;

import static io.github.crosstie.assignment.Acme.acme;
import static io.github.crosstie.assignment.Acme.configuration;
import static io.github.crosstie.assignment.Acme.toProfile;
import static io.github.crosstie.assignment.Acme.toUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Acme PEOPLE = acme().profile("Sales")
            .user("anna", "Sales")
            .user("ben", "Sales")
            .user("carl", "Other")
            .on("C2", toProfile("Sales"))
            .on("C1", toUser("anna"))
            .on("C3");

    @Test
    @DisplayName("A8: lists everybody who syncs, in slot order")
    void listsWhoSyncs() {
        assertThat(PEOPLE.roster().enrollments())
                .containsExactly(
                        new Enrollment(new UserId("anna"), configuration("C1"), AssignmentKind.USER),
                        new Enrollment(new UserId("ben"), configuration("C2"), AssignmentKind.PROFILE));
    }

    @Test
    @DisplayName("A8: bulk readers are answered by slot")
    void answersBySlot() {
        Roster roster = PEOPLE.roster();

        assertThat(List.of(roster.syncs(0), roster.syncs(1), roster.syncs(2))).containsExactly(true, true, false);
        assertThat(roster.configuration(1)).map(SyncConfiguration::id).contains(configuration("C2"));
        assertThat(roster.configuration(2)).isEmpty();
    }

    @Test
    @DisplayName("A8: counts by configuration, those without anybody included")
    void countsByConfiguration() {
        assertThat(PEOPLE.roster().counts())
                .containsExactly(
                        entry(configuration("C1"), 1), entry(configuration("C2"), 1), entry(configuration("C3"), 0));
        assertThat(PEOPLE.roster()).hasToString("Roster[Acme: 2 of 3 users sync]");
    }

    @Test
    @DisplayName("A8: from scratch everybody is looked at")
    void looksAtEverybody() {
        assertThat(PEOPLE.roster().recomputed()).isEqualTo(3);
    }

    @Test
    @DisplayName("A14: a user that is not there is refused by name")
    void refusesAnUnknownUser() {
        Roster roster = PEOPLE.roster();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> roster.resolution(new UserId("Anna")))
                .withMessage("organization Acme has no user Anna; ids are case-sensitive");
        assertThatIllegalArgumentException().isThrownBy(() -> roster.enrollment(new UserId("Anna")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AssignmentResolver.resolve(PEOPLE.directory(), PEOPLE.configurations(), new UserId("Anna")));
    }

    @Test
    @DisplayName("A1: configurations of another organization are refused")
    void refusesAnotherOrganization() {
        ConfigurationSet foreign = ConfigurationSet.of(new OrganizationId("00DOther"));
        Roster roster = PEOPLE.roster();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssignmentResolver.resolve(PEOPLE.directory(), foreign))
                .withMessage("configurations of organization 00DOther cannot be resolved against the directory of"
                        + " organization 00DAcme; pass both of the same organization");
        assertThatIllegalArgumentException().isThrownBy(() -> roster.update(roster.directory(), foreign));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssignmentResolver.resolve(PEOPLE.directory(), foreign, new UserId("anna")));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganizationSetup(PEOPLE.directory(), foreign));
    }

    @Test
    @DisplayName("A1: without any configuration nobody is assigned")
    void resolvesAnEmptySet() {
        Roster roster = acme().user("anna", "Sales").roster();

        assertThat(roster.enrollments()).isEmpty();
        assertThat(roster.resolution(new UserId("anna")).status()).isEqualTo(ResolutionStatus.NOT_ASSIGNED);
        assertThat(acme().roster().counts()).isEmpty();
    }

    @Test
    @DisplayName("A8: a setup is an organization's directory and configurations, and resolves them")
    void aSetupResolves() {
        OrganizationSetup setup = new OrganizationSetup(PEOPLE.directory(), PEOPLE.configurations());

        assertThat(setup.id()).isEqualTo(new OrganizationId("00DAcme"));
        assertThat(setup.roster().counts()).isEqualTo(PEOPLE.roster().counts());
        assertThat(setup.with(ConfigurationSet.of(setup.id())).roster().counts())
                .isEmpty();
        assertThat(setup.with(acme().directory()).roster().enrollments()).isEmpty();
    }
}
