package io.github.crosstie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.Side;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.Stage;
import io.github.crosstie.report.StatusText;
import io.github.crosstie.report.UserStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CrosstieStatusTest {

    private final TwoOffices offices = new TwoOffices();

    private UserStatus of(UserId user) {
        return offices.bothKinds().status(TwoOffices.NORTH, user);
    }

    @Test
    @DisplayName("S18: the status of a user who syncs, kind by kind and way by way, as a table")
    void whoSyncs() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        UserStatus status = of(TwoOffices.ANNA);

        assertThat(status.configuration()).isEqualTo(new ConfigurationId("staff"));
        assertThat(StatusText.of(status)).isEqualTo("""
                user 005-anna of organization 00D-north by configuration staff
                  kind     direction    stage        last success          lag   linked  unapplied  quarantined  held  at cap
                  CONTACT  CRM_TO_MAIL  IN_SYNC      2026-03-02T08:00:00Z  none  1       0          0            0     0
                  CONTACT  MAIL_TO_CRM  IN_SYNC      2026-03-02T08:00:00Z  none  1       0          0            0     0
                  EVENT    CRM_TO_MAIL  NOT_STARTED  never                 none  0       0          0            0     0
                  EVENT    MAIL_TO_CRM  NOT_STARTED  never                 none  0       0          0            0     0
                """);
    }

    @Test
    @DisplayName("S18: a user whom a conflict holds is held in every way, and the status says by which")
    void whoIsHeld() {
        UserStatus status = of(TwoOffices.BEN);

        assertThat(status.flows()).extracting(FlowStatus::stage).containsOnly(Stage.HELD);
        assertThat(status.flows().get(0).reason()).startsWith("held by ").endsWith(": resolve the conflicts first");
        assertThat(StatusText.of(status)).contains("  CONTACT CRM_TO_MAIL: held by ");
    }

    @Test
    @DisplayName("S18: a user without a usable address has failed, whatever was synced before")
    void whoHasNoAddress() {
        UserStatus status = of(TwoOffices.CEM);

        assertThat(status.flows()).extracting(FlowStatus::stage).containsOnly(Stage.FAILED);
        assertThat(status.flows().get(0).reason()).contains("e-mail address of user 005-cem");
    }

    @Test
    @DisplayName("S18: nothing flows for a user without a configuration, and the status says why")
    void whoIsNotEnrolled() {
        UserStatus status = of(TwoOffices.DORA);

        assertThat(status.flows()).isEmpty();
        assertThat(status.configuration()).isNull();
        assertThat(StatusText.of(status))
                .startsWith("user 005-dora of organization 00D-north\n  nothing flows: ")
                .contains("assign an active configuration");
    }

    @Test
    @DisplayName("S18: there is no status of a user who does not exist")
    void whoDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(new UserId("005-nobody")));
    }
}
