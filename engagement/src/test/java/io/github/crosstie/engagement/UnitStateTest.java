package io.github.crosstie.engagement;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitStateTest {

    private final Acme acme = new Acme();

    private void state(UnitState state) {
        acme.ledgers.put(Acme.CAMPAIGNS, UnitLedger.of(state));
    }

    private void leavers(int count) {
        for (int each = 0; each < count; each++) {
            User leaver = user("leaver" + each).build();
            acme.put(leaver);
            acme.present(leaver, EngagementRole.MARKETING);
        }
    }

    private static ReleaseToken optInToken(UserSyncPlan preview) {
        return preview.unit(Acme.CAMPAIGNS).optInToken().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_USER_SYNC", "LEGACY", "ASSIGNED"})
    @DisplayName("States: before opting in, a plan is a preview, and applying it writes nothing")
    void previewsBeforeOptIn(UnitState state) {
        state(state);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();

        ApplyReport report = acme.sync().apply(plan);

        assertThat(plan.units().get(0).changes()).isEmpty();
        assertThat(plan.units().get(0).held())
                .singleElement()
                .satisfies(held -> assertThat(held.cause()).isEqualTo(HoldCause.NOT_OPTED_IN));
        assertThat(report.written()).isZero();
    }

    @Test
    @DisplayName("States: what the guards will hold is released after opting in, not instead of it")
    void doesNotTakeAReleaseForAnOptIn() {
        state(UnitState.ASSIGNED);
        leavers(30);
        UserSyncPlan preview = acme.wholePlan();
        ReleaseToken release = preview.units().get(0).token().orElseThrow();

        assertThatThrownBy(() -> preview.release(Acme.CAMPAIGNS, release))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("opt in first");
        assertThatThrownBy(() -> acme.sync().optIn(preview, Acme.CAMPAIGNS, release, "Sam", "Eve"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("optInToken()");
    }

    @Test
    @DisplayName("States: opting in with the token of the preview carries out what was seen")
    void optsIn() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        leavers(3);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();

        UserSyncPlan agreed = sync.optIn(preview, Acme.CAMPAIGNS, optInToken(preview), "Sam", "Eve");
        ApplyReport report = sync.apply(agreed);

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(report.written()).isEqualTo(4);
        assertThat(acme.ledgers.read(Acme.CAMPAIGNS).state()).isEqualTo(UnitState.OPTED_IN);
        assertThat(acme.ledgers.read(Acme.CAMPAIGNS).optIn().salesforceAdmin()).isEqualTo("Sam");
        assertThat(acme.wholePlan().isIdle()).isTrue();
    }

    @Test
    @DisplayName("States: the preview shows what the guards will hold, and opting in lets the rest pass")
    void showsWhatTheGuardsWillHold() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        leavers(30);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();

        UserSyncPlan agreed = sync.optIn(preview, Acme.CAMPAIGNS, optInToken(preview), "Sam", "Eve");

        assertThat(preview.units().get(0).guards())
                .filteredOn(GuardVerdict::holds)
                .extracting(GuardVerdict::cause)
                .containsExactly(HoldCause.NOT_OPTED_IN, HoldCause.RECYCLINGS);
        assertThat(agreed.units().get(0).changes()).hasSize(1);
        assertThat(agreed.units().get(0).held()).hasSize(30);
        assertThat(sync.apply(agreed).written()).isEqualTo(1);
    }

    @Test
    @DisplayName("States: after opting in, the mass recycling takes the other token, seen in the preview")
    void releasesTheMassRecycling() {
        state(UnitState.ASSIGNED);
        leavers(30);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        ReleaseToken release = preview.units().get(0).token().orElseThrow();

        UserSyncPlan agreed = sync.optIn(preview, Acme.CAMPAIGNS, optInToken(preview), "Sam", "Eve");

        assertThat(sync.apply(agreed.release(Acme.CAMPAIGNS, release)).written())
                .isEqualTo(30);
    }

    @Test
    @DisplayName("States: the preview opted in to is the plan that is made anew right after")
    void foretellsThePlanAfterOptingIn() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build()).inSales(user("bert").build());
        leavers(30);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();

        UserSyncPlan agreed = sync.optIn(preview, Acme.CAMPAIGNS, optInToken(preview), "Sam", "Eve");

        assertThat(sync.plan()).isEqualTo(agreed);
    }

    @Test
    @DisplayName("States: a unit that is in step already can opt in")
    void optsInWhileInStep() {
        state(UnitState.ASSIGNED);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();

        UserSyncPlan agreed = sync.optIn(preview, Acme.CAMPAIGNS, optInToken(preview), "Sam", "Eve");

        assertThat(agreed.isIdle()).isTrue();
        assertThat(acme.ledgers.read(Acme.CAMPAIGNS).state()).isEqualTo(UnitState.OPTED_IN);
    }

    @Test
    @DisplayName("States: a token to opt in stands for what its preview showed, users left alone among it")
    void bindsTheTokenToWhatWasShown() {
        state(UnitState.ASSIGNED);
        ReleaseToken before = optInToken(acme.wholePlan());
        acme.inMarketing(user("anna").emailAddress(null).build());
        UserSyncPlan later = acme.wholePlan();

        assertThat(optInToken(later)).isNotEqualTo(before);
        assertThat(optInToken(acme.wholePlan())).isEqualTo(optInToken(later));
        assertThatThrownBy(() -> acme.sync().optIn(later, Acme.CAMPAIGNS, before, "Sam", "Eve"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("States: opting in needs the token of the preview")
    void needsThePreview() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();

        assertThatThrownBy(() -> sync.optIn(preview, Acme.CAMPAIGNS, new ReleaseToken("guessed"), "Sam", "Eve"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(acme.ledgers.read(Acme.CAMPAIGNS).state()).isEqualTo(UnitState.ASSIGNED);
    }

    @Test
    @DisplayName("States: opting in needs an admin of each side")
    void needsBothAdmins() {
        state(UnitState.ASSIGNED);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        ReleaseToken token = optInToken(preview);

        assertThatThrownBy(() -> sync.optIn(preview, Acme.CAMPAIGNS, token, "Sam", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name both");
    }

    @Test
    @DisplayName("States: nobody opts in twice, whatever the token")
    void optsInOnce() {
        state(UnitState.ASSIGNED);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        sync.optIn(preview, Acme.CAMPAIGNS, optInToken(preview), "Sam", "Eve");

        assertThatThrownBy(() -> sync.optIn(preview, Acme.CAMPAIGNS, optInToken(preview), "Sam", "Eve"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sync.plan().units().get(0).optInToken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_USER_SYNC", "LEGACY"})
    @DisplayName("States: a preview that was made before users were assigned cannot be opted in to")
    void takesNoPreviewOfAnEarlierState(UnitState state) {
        state(state);
        acme.inMarketing(user("anna").build());
        UserSync sync = acme.sync();
        UserSyncPlan early = sync.plan();
        sync.declareAssigned(Acme.CAMPAIGNS);
        ReleaseToken token = optInToken(sync.plan());

        assertThat(early.units().get(0).optInToken()).isEmpty();
        assertThatThrownBy(() -> sync.optIn(early, Acme.CAMPAIGNS, token, "Sam", "Eve"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(state.name());
    }

    @Test
    @DisplayName("States: a preview from before another token was used cannot be opted in to")
    void takesNoPreviewFromBeforeARelease() {
        state(UnitState.ASSIGNED);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        acme.ledgers.put(Acme.CAMPAIGNS, UnitLedger.of(UnitState.ASSIGNED).spending(new ReleaseToken("another")));

        assertThatThrownBy(() -> sync.optIn(preview, Acme.CAMPAIGNS, optInToken(preview), "Sam", "Eve"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plan again");
        assertThat(acme.ledgers.read(Acme.CAMPAIGNS).state()).isEqualTo(UnitState.ASSIGNED);
    }

    @Test
    @DisplayName("States: a preview taken for opted in writes nothing as long as nobody has")
    void writesNothingWithoutTheLedger() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        UserSyncPlan preview = acme.wholePlan();
        UserSyncPlan pretended = preview.with(preview.units().get(0).optIn(optInToken(preview)));

        assertThat(pretended.units().get(0).changes()).hasSize(1);
        assertThat(acme.sync().apply(pretended).written()).isZero();
    }

    private void assertCannotOptIn(UserSync sync, UserSyncPlan preview, String why) {
        assertThatThrownBy(() -> sync.optIn(preview, Acme.CAMPAIGNS, new ReleaseToken("any"), "Sam", "Eve"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("campaigns")
                .hasMessageContaining(why);
        assertThat(acme.ledgers.read(Acme.CAMPAIGNS).state()).isEqualTo(UnitState.ASSIGNED);
    }

    @Test
    @DisplayName("G3: nobody opts in on the strength of a directory that is not complete")
    void optsInOnNoIncompleteDirectory() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        acme.directory(builder -> builder.complete(false));
        UserSync sync = acme.sync();

        assertCannotOptIn(sync, sync.plan(), "not complete");
    }

    @Test
    @DisplayName("G3: nobody opts in on the strength of a unit's listing that is not complete")
    void optsInOnNoIncompleteListing() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        acme.campaigns().faults().truncateListing(0);
        UserSync sync = acme.sync();

        assertCannotOptIn(sync, sync.plan(), "not complete");
    }

    @Test
    @DisplayName("A12: nobody opts in on the strength of sets of which a membership cannot be read")
    void optsInOnNoUnreadableMembership() {
        state(UnitState.ASSIGNED);
        acme.put(user("anna").build());
        acme.marketing(new Assignment.OfGroup(new GroupId("hidden")));
        UserSync sync = acme.sync();

        assertCannotOptIn(sync, sync.plan(), "a membership of its sets cannot be read");
    }

    @Test
    @DisplayName("States: nobody opts in on a preview that is too old")
    void optsInOnNoOldPreview() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        acme.advance(Duration.ofDays(8));

        assertCannotOptIn(sync, preview, "plan again");
    }

    @Test
    @DisplayName("States: nobody opts in on a preview that could not look at the unit, and it says why")
    void optsInOnNoPreviewWithoutTheUnit() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        acme.campaigns().faults().failNext(EngagementCode.BAD_TOKEN);
        UserSync sync = acme.sync();

        assertCannotOptIn(sync, sync.plan(), "code 184");
    }

    @Test
    @DisplayName("States: nobody opts in a unit that the preview does not show at all")
    void optsInOnNoPreviewOfOtherUnits() {
        state(UnitState.ASSIGNED);
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        UserSyncPlan empty = new UserSyncPlan(preview.organization(), preview.plannedAt(), true, List.of(), List.of());

        assertCannotOptIn(sync, empty, "does not show it");
    }

    @Test
    @DisplayName("States: nobody opts in on the preview of another organization, or on a way back")
    void optsInOnNoForeignPreview() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();

        assertCannotOptIn(sync, preview.inverse(), "turns another one back");
        UserSyncPlan foreign = new UserSyncPlan(
                new OrganizationId("elsewhere"), preview.plannedAt(), true, preview.units(), List.of());
        assertThatThrownBy(() -> sync.optIn(foreign, Acme.CAMPAIGNS, new ReleaseToken("any"), "Sam", "Eve"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_USER_SYNC, ASSIGNED, true",
        "LEGACY, ASSIGNED, true",
        "ASSIGNED, OPTED_IN, true",
        "NO_USER_SYNC, OPTED_IN, false",
        "LEGACY, OPTED_IN, false",
        "ASSIGNED, LEGACY, false",
        "OPTED_IN, ASSIGNED, false",
        "OPTED_IN, NO_USER_SYNC, false"
    })
    @DisplayName("States: the way has one direction")
    void goesOneWay(UnitState from, UnitState to, boolean leads) {
        assertThat(from.leadsTo(to)).isEqualTo(leads);
    }

    @Test
    @DisplayName("States: declaring the sets assigned makes the next plan a preview that can be opted in to")
    void declaresAssigned() {
        state(UnitState.LEGACY);

        acme.sync().declareAssigned(Acme.CAMPAIGNS);

        assertThat(acme.ledgers.read(Acme.CAMPAIGNS).state()).isEqualTo(UnitState.ASSIGNED);
    }
}
