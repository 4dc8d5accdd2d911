package io.github.crosstie.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultsTest {

    private static final SyncConfiguration CONFIGURATION =
            SyncConfiguration.builder(new ConfigurationId("c1")).build();

    @Test
    @DisplayName("A1, A6: a configuration is active, named by its id and assigned to nobody")
    void isActiveAndEmpty() {
        assertThat(CONFIGURATION.active()).isTrue();
        assertThat(CONFIGURATION.name()).isEqualTo("c1");
        assertThat(CONFIGURATION.modifiedAt()).isNull();
        assertThat(CONFIGURATION.assignments()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S1: nothing flows until somebody says which way")
    void nothingFlows(ItemKind kind) {
        assertThat(CONFIGURATION.records(kind).direction()).isEqualTo(SyncDirection.OFF);
    }

    @Test
    @DisplayName("S1: every standard field is mapped to itself, both ways")
    void mapsStandardFields() {
        assertThat(CONFIGURATION.contacts().records().fields())
                .containsExactlyElementsOf(
                        ContactFields.STANDARD.stream().map(FieldMapping::same).toList());
        assertThat(CONFIGURATION.events().records().fields())
                .containsExactlyElementsOf(
                        EventFields.STANDARD.stream().map(FieldMapping::same).toList());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S2: several candidates are reported")
    void reportsAmbiguousMatches(ItemKind kind) {
        assertThat(CONFIGURATION.records(kind).ambiguousMatches()).isEqualTo(AmbiguousMatchPolicy.REPORT);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S3: the CRM wins a conflict, a change wins against a deletion")
    void resolvesConflicts(ItemKind kind) {
        assertThat(CONFIGURATION.records(kind).conflicts()).isEqualTo(ConflictPolicy.CRM_WINS);
        assertThat(CONFIGURATION.records(kind).changedAgainstDeleted())
                .isEqualTo(ChangedAgainstDeletedPolicy.CHANGE_WINS);
    }

    @Test
    @DisplayName("S7, S8, S9: no invitations, 50 attendees, no private events")
    void keepsMeetingsQuiet() {
        assertThat(CONFIGURATION.events().invitations()).isEqualTo(InvitationPolicy.NEVER);
        assertThat(CONFIGURATION.events().attendeeLimit()).isEqualTo(50);
        assertThat(CONFIGURATION.events().privateEvents()).isEqualTo(PrivateEventPolicy.OFF);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S11: deletions in the CRM propagate, deletions in the mailbox detach")
    void deletesFromTheCrmOnly(ItemKind kind) {
        assertThat(CONFIGURATION.records(kind).deletions(Side.CRM)).isEqualTo(DeletePolicy.PROPAGATE);
        assertThat(CONFIGURATION.records(kind).deletions(Side.MAIL)).isEqualTo(DeletePolicy.DETACH);
    }

    @Test
    @DisplayName("S13: more than 25 deletions, or at least 5 and more than a tenth, over a day, are held")
    void guardsDeletions() {
        assertThat(CONFIGURATION.deletionGuard()).isEqualTo(new DeletionGuard(25, 5, 0.1, Duration.ofDays(1)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S10, S14, S16: no filters, leaving unlinks, 50,000 records")
    void limitsScope(ItemKind kind) {
        assertThat(CONFIGURATION.records(kind).filters()).isEmpty();
        assertThat(CONFIGURATION.records(kind).leaving()).isEqualTo(LeavePolicy.UNLINK);
        assertThat(CONFIGURATION.records(kind).cap()).isEqualTo(50_000);
    }

    @Test
    @DisplayName("S15: a record that cannot be written is tried again after ten minutes, at last once a day")
    void retriesSlowly() {
        assertThat(CONFIGURATION.quarantine()).isEqualTo(new Quarantine(Duration.ofMinutes(10), Duration.ofDays(1)));
    }

    @Test
    @DisplayName("S17: contacts live in Salesforce_Sync")
    void usesOneFolder() {
        assertThat(CONFIGURATION.contacts().folder()).isEqualTo("Salesforce_Sync");
    }

    @Test
    @DisplayName("S23: events from 30 days ago to 365 days ahead")
    void looksBackAMonthAndAheadAYear() {
        assertThat(CONFIGURATION.events().window()).isEqualTo(new EventWindow(30, 365));
    }

    @Test
    @DisplayName("A3, A5: individual, profile, group, role, role and subordinates")
    void ordersAssignments() {
        assertThat(AssignmentOrder.DEFAULT.kinds())
                .containsExactly(
                        AssignmentKind.USER,
                        AssignmentKind.PROFILE,
                        AssignmentKind.GROUP,
                        AssignmentKind.ROLE,
                        AssignmentKind.ROLE_AND_SUBORDINATES);
    }

    @Test
    @DisplayName("U3, U4, S13: a business unit maps no profile, lets Sales win and guards its deletions")
    void startsABusinessUnitCautiously() {
        BusinessUnit unit = BusinessUnit.of(new BusinessUnitId("emea"));

        assertThat(unit.name()).isEqualTo("emea");
        assertThat(unit.creator()).isNull();
        assertThat(unit.marketingUsers()).isEmpty();
        assertThat(unit.salesUsers()).isEmpty();
        assertThat(unit.mapping()).isEqualTo(ProfileRoleMapping.EMPTY);
        assertThat(unit.bothSets()).isEqualTo(BothSetsPolicy.SALES_WINS);
        assertThat(unit.deletionGuard()).isEqualTo(DeletionGuard.DEFAULT);
    }
}
