package io.github.crosstie.engagement;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.UnitPlan;
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
    @DisplayName("States: a preview that somebody released without opting in writes nothing either")
    void doesNotTakeAReleaseForAnOptIn() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        UserSyncPlan released =
                plan.release(Acme.CAMPAIGNS, plan.units().get(0).token().orElseThrow());

        assertThat(acme.sync().apply(released).written()).isZero();
    }

    @Test
    @DisplayName("States: opting in with the token of the preview carries out exactly what was seen")
    void optsIn() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        for (int each = 0; each < 30; each++) {
            acme.put(user("leaver" + each).build());
            acme.present(user("leaver" + each).build(), EngagementRole.MARKETING);
        }
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        UnitPlan unit = preview.units().get(0);

        UserSyncPlan agreed = sync.optIn(preview, unit.unit(), unit.token().orElseThrow(), "Sam", "Eve");
        ApplyReport report = sync.apply(agreed);

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(report.written()).isEqualTo(31);
        assertThat(acme.ledgers.read(unit.unit()).state()).isEqualTo(UnitState.OPTED_IN);
        assertThat(acme.ledgers.read(unit.unit()).optIn().salesforceAdmin()).isEqualTo("Sam");
        assertThat(acme.wholePlan().isIdle()).isTrue();
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
        acme.inMarketing(user("anna").build());
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        ReleaseToken token = preview.units().get(0).token().orElseThrow();

        assertThatThrownBy(() -> sync.optIn(preview, Acme.CAMPAIGNS, token, "Sam", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name both");
    }

    @Test
    @DisplayName("States: a preview that nobody opted in on is not carried out after another one was")
    void carriesOutNoOtherPreview() {
        state(UnitState.ASSIGNED);
        acme.inMarketing(user("anna").build());
        UserSync sync = acme.sync();
        UserSyncPlan first = sync.plan();
        UserSyncPlan released =
                first.release(Acme.CAMPAIGNS, first.units().get(0).token().orElseThrow());
        acme.inMarketing(user("bert").build());
        UserSync later = acme.sync();
        UserSyncPlan second = later.plan();
        later.optIn(second, Acme.CAMPAIGNS, second.units().get(0).token().orElseThrow(), "Sam", "Eve");

        ApplyReport report = later.apply(released);

        assertThat(report.written()).isZero();
        assertThat(report.units().get(0).stopped()).contains("another one");
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
    @DisplayName("States: a unit that is not assigned cannot be opted in, whatever the token")
    void cannotSkipAssignment() {
        state(UnitState.LEGACY);
        acme.inMarketing(user("anna").build());
        UserSync sync = acme.sync();
        UserSyncPlan preview = sync.plan();
        ReleaseToken token = preview.units().get(0).token().orElseThrow();

        assertThatThrownBy(() -> sync.optIn(preview, Acme.CAMPAIGNS, token, "Sam", "Eve"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LEGACY");
    }

    @Test
    @DisplayName("States: declaring the sets assigned makes the next plan a preview that can be opted in to")
    void declaresAssigned() {
        state(UnitState.LEGACY);

        acme.sync().declareAssigned(Acme.CAMPAIGNS);

        assertThat(acme.ledgers.read(Acme.CAMPAIGNS).state()).isEqualTo(UnitState.ASSIGNED);
    }
}
