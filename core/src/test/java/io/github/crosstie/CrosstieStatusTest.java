package io.github.crosstie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.Stage;
import io.github.crosstie.report.StatusText;
import io.github.crosstie.report.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                  kind     direction    stage        last success          lag   next due  linked  unapplied  quarantined  held  at cap  would notify
                  CONTACT  CRM_TO_MAIL  IN_SYNC      2026-03-02T08:00:00Z  none            1       0          0            0     0       0
                  CONTACT  MAIL_TO_CRM  IN_SYNC      2026-03-02T08:00:00Z  none            1       0          0            0     0       0
                  EVENT    CRM_TO_MAIL  NOT_STARTED  never                 none            0       0          0            0     0       0
                  EVENT    MAIL_TO_CRM  NOT_STARTED  never                 none            0       0          0            0     0       0
                """);
    }

    @Test
    @DisplayName("S18: the status of an organization has everybody who is enrolled, synced yet or not")
    void ofAnOrganization() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        OrganizationStatus status = offices.bothKinds().status(TwoOffices.NORTH);

        assertThat(status.users()).containsExactly(of(TwoOffices.ANNA), of(TwoOffices.BEN), of(TwoOffices.CEM));
        assertThat(status.summary().stages()).isEqualTo(Map.of(Stage.NOT_STARTED, 1, Stage.HELD, 1, Stage.FAILED, 1));
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

    @Test
    @DisplayName("S18, F8: what parks one kind of record parks the other, as they share the systems")
    void whoIsParked() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL).faults().failNext(new UnauthorizedException("token expired"));
        offices.bothKinds().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        UserStatus status = of(TwoOffices.ANNA);

        assertThat(status.flows()).hasSize(4).extracting(FlowStatus::stage).containsOnly(Stage.FAILED);
        assertThat(StatusText.of(status)).contains("EVENT CRM_TO_MAIL: token expired; when that is mended, call");
    }

    @Test
    @DisplayName("S18: a mailbox that cannot even be opened is a failure")
    void whoseMailboxIsGone() {
        offices.annasContacts(Side.CRM);
        Connector gone = new Connector() {
            @Override
            public Side side() {
                return Side.MAIL;
            }

            @Override
            public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
                throw new MailboxUnavailableException("there is no such mailbox");
            }
        };
        SyncResult result = offices.bothKinds(gone).sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.rounds().values())
                                .isNotEmpty()
                                .allSatisfy(round -> assertThat(round.stopped())
                                        .get()
                                        .extracting(Outcome::code)
                                        .isEqualTo(OutcomeCode.MAILBOX_UNAVAILABLE)));
        assertThat(of(TwoOffices.ANNA).flows().get(0).stage()).isEqualTo(Stage.FAILED);
    }

    @Test
    @DisplayName("S18: the lag is told in the two largest units")
    void howLate() {
        FlowStatus late = new FlowStatus(
                ItemKind.CONTACT,
                SyncDirection.CRM_TO_MAIL,
                Stage.RETRYING,
                null,
                Instant.EPOCH,
                FlowCounts.NONE,
                Instant.EPOCH.plusSeconds(1_000_000),
                "closed\nfor lunch");
        UserStatus status = new UserStatus(
                TwoOffices.NORTH, TwoOffices.ANNA, null, Instant.EPOCH.plus(Duration.ofHours(51)), List.of(late), "");

        assertThat(StatusText.of(status))
                .contains("  never         2 d 3 h  1970-01-12T13:46:40Z  0 ")
                .endsWith("  CONTACT CRM_TO_MAIL: closed\\nfor lunch\n");
    }
}
