package io.github.crosstie;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SyncAllTest {

    private static final OrganizationUser ANNA = new OrganizationUser(TwoOffices.NORTH, TwoOffices.ANNA);
    private static final OrganizationUser BEN = new OrganizationUser(TwoOffices.NORTH, TwoOffices.BEN);
    private static final OrganizationUser CEM = new OrganizationUser(TwoOffices.NORTH, TwoOffices.CEM);

    private final TwoOffices offices = new TwoOffices();

    private static DispatchReport report(Dispatch dispatch) throws Exception {
        return dispatch.report().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    @DisplayName("syncs everybody who is enrolled in any organization, and says of the others why not")
    void syncsEverybody() throws Exception {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);

        DispatchReport report =
                report(offices.crosstie().syncAll(Runnable::run, DispatchSettings.DEFAULT, Schedule.EMPTY));

        assertThat(offices.annasContacts(Side.MAIL).items()).hasSize(1);
        assertThat(((Dispatched.Ran) report.mailboxes().get(ANNA)).result())
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.writes()).isEqualTo(1));
        assertThat(((Dispatched.Ran) report.mailboxes().get(BEN)).result()).isInstanceOf(SyncResult.Held.class);
        assertThat(((Dispatched.Ran) report.mailboxes().get(CEM)).result()).isInstanceOf(SyncResult.NoMailbox.class);
        assertThat(report.mailboxes().keySet())
                .extracting(OrganizationUser::organization)
                .contains(TwoOffices.SOUTH);
    }

    @Test
    @DisplayName("a mailbox that cannot be opened fails by itself and is tried again later")
    void isolatesAMailboxThatCannotBeOpened() throws Exception {
        DispatchReport report =
                report(offices.crosstie().syncAll(Runnable::run, DispatchSettings.DEFAULT, Schedule.EMPTY));

        SyncResult.Synced anna =
                (SyncResult.Synced) ((Dispatched.Ran) report.mailboxes().get(ANNA)).result();
        assertThat(anna.rounds().get(ItemKind.CONTACT).stopped().orElseThrow().message())
                .contains("create the user");
        assertThat(report.schedule().due(ANNA)).isPresent();
    }

    @Test
    @DisplayName("a round whose time is over leaves the user's other kind for the next time")
    void leavesTheOtherKindForTheNextTime() {
        offices.annasContacts(Side.CRM);
        offices.annasContacts(Side.MAIL);
        RoundLimits cancelled = RoundLimits.NONE.withCancellation(() -> true);

        SyncResult.Synced anna =
                (SyncResult.Synced) offices.bothKinds().sync(TwoOffices.NORTH, TwoOffices.ANNA, cancelled);

        assertThat(anna.rounds().keySet()).containsExactly(ItemKind.CONTACT);
        assertThat(anna.rounds().get(ItemKind.CONTACT).stopped().orElseThrow().code())
                .isEqualTo(OutcomeCode.CANCELLED);
    }
}
