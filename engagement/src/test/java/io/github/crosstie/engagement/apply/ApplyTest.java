package io.github.crosstie.engagement.apply;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.ProcessDied;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApplyTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final Acme acme = new Acme();

    private ChangeOutcome onlyOutcome(ApplyReport report) {
        assertThat(report.units().get(0).outcomes()).hasSize(1);
        return report.units().get(0).outcomes().get(0);
    }

    @Test
    void makesWhatIsPlannedAndIsIdleThen() {
        acme.inMarketing(user("anna").build());
        EngagementUserId bert = acme.inStep(user("bert").build());
        acme.put(user("bert").title("Editor").build());
        UserSyncPlan plan = acme.wholePlan();

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(report.written()).isEqualTo(2);
        assertThat(acme.there(bert).values().get(UserField.TITLE)).contains("Editor");
        assertThat(acme.wholePlan().isIdle()).isTrue();
    }

    @Test
    void leavesTagsAndSignaturesAlone() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.campaigns().setPersonal(anna, "tags", "vip");
        acme.put(user("anna").title("Editor").build());

        acme.sync().apply(acme.wholePlan());

        assertThat(acme.campaigns().personal(anna)).isEqualTo(Map.of("tags", "vip"));
    }

    @Test
    void writesNothingTwiceWhenThePlanIsAppliedAgain() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.sync().apply(plan);

        ApplyReport again = acme.sync().apply(plan);

        assertThat(onlyOutcome(again)).isInstanceOf(ChangeOutcome.AlreadyMade.class);
        assertThat(acme.campaigns().users()).hasSize(2);
    }

    @Test
    @DisplayName("G4: a creation whose answer was lost is found, not repeated")
    void findsACreationWhoseAnswerWasLost() {
        acme.inMarketing(user("anna").build());
        acme.campaigns().faults().loseAnswers(1);

        ApplyReport report = acme.sync().apply(acme.wholePlan());

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(report.written()).isEqualTo(1);
        assertThat(acme.campaigns().faults().writesReceived()).isEqualTo(1);
        assertThat(acme.campaigns().users()).hasSize(2);
    }

    @Test
    @DisplayName("G4: a creation that was lost on its way is repeated after a look")
    void repeatsACreationThatWasLost() {
        acme.inMarketing(user("anna").build());
        acme.campaigns().faults().loseWrites(1);

        ApplyReport report = acme.sync().apply(acme.wholePlan());

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(acme.campaigns().faults().writesReceived()).isEqualTo(2);
    }

    @Test
    @DisplayName("G4: where listings lag, a lost answer is left to a run after the lag")
    void waitsWhereListingsLag() {
        acme.campaigns().staleReads(MINUTE);
        acme.advance(MINUTE);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().loseAnswers(1);

        ApplyReport first = acme.sync().apply(plan);
        ApplyReport tooSoon = acme.sync().apply(plan);
        acme.advance(MINUTE);
        ApplyReport later = acme.sync().apply(plan);

        assertThat(first.isFinished()).isFalse();
        assertThat(first.units().get(0).retryAt()).contains(acme.now());
        assertThat(tooSoon.units().get(0).stopped()).contains("may not show the last writes");
        assertThat(onlyOutcome(later)).isInstanceOf(ChangeOutcome.AlreadyMade.class);
        assertThat(acme.campaigns().faults().writesReceived()).isEqualTo(1);
    }

    @Test
    @DisplayName("G4: a recycling whose answer was lost is found, not repeated")
    void findsARecyclingWhoseAnswerWasLost() {
        acme.put(user("anna").build());
        acme.present(user("anna").build(), EngagementRole.MARKETING);
        acme.campaigns().faults().loseAnswers(1);

        ApplyReport report = acme.sync().apply(acme.wholePlan());

        assertThat(onlyOutcome(report)).isInstanceOf(ChangeOutcome.Made.class);
        assertThat(acme.campaigns().faults().writesReceived()).isEqualTo(1);
    }

    @Test
    @DisplayName("G4: a recycling is as planned if the system cannot tell who was recycled from who is gone")
    void takesGoneForRecycled() {
        acme.put(user("anna").build());
        acme.present(user("anna").build(), EngagementRole.MARKETING);
        UserSyncPlan plan = acme.wholePlan();
        UserSync sync = acme.builder()
                .target(unit -> new ForwardingEndpoint(acme.engagement.open(unit)) {
                    @Override
                    public List<UserWriteOutcome> write(List<UserWrite> writes) {
                        return List.of(new UserWriteOutcome.Gone());
                    }
                })
                .build();

        ApplyReport report = sync.apply(plan);

        assertThat(onlyOutcome(report)).isInstanceOf(ChangeOutcome.AlreadyMade.class);
    }

    @Test
    @DisplayName("G4: a target that answers too little ends the run, and nobody is said to be made")
    void endsWhenATargetAnswersTooLittle() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        UserSync sync = acme.builder()
                .target(unit -> new ForwardingEndpoint(acme.engagement.open(unit)) {
                    @Override
                    public List<UserWriteOutcome> write(List<UserWrite> writes) {
                        return List.of();
                    }
                })
                .build();

        UnitReport report = sync.apply(plan).units().get(0);

        assertThat(report.stopped()).contains("0 outcomes for 1 writes");
        assertThat(report.outcomes()).singleElement().isInstanceOf(ChangeOutcome.Unfinished.class);
    }

    @Test
    void goesOnAfterACrash() {
        for (int each = 0; each < 10; each++) {
            acme.inMarketing(user("member" + each).build());
        }
        acme.campaigns().capabilities(EngagementCapabilities.full(3, Duration.ZERO));
        UserSyncPlan plan = acme.wholePlan();
        int[] writes = {0};
        acme.campaigns().faults().beforeWrite(write -> {
            if (++writes[0] == 6) {
                throw new ProcessDied();
            }
        });
        UserSync dying = acme.sync();
        assertThatThrownBy(() -> dying.apply(plan)).isInstanceOf(ProcessDied.class);
        acme.campaigns().faults().clear();

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(report.written()).isEqualTo(5);
        assertThat(acme.campaigns().users()).hasSize(11);
    }

    @Test
    void doesNotOverwriteWhatSomebodyChangedMeanwhile() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.put(user("anna").title("Editor").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().edit(anna, values -> values.with(UserField.TITLE, "Director"));

        ApplyReport report = acme.sync().apply(plan);

        assertThat(onlyOutcome(report)).isInstanceOf(ChangeOutcome.Outdated.class);
        assertThat(acme.there(anna).values().get(UserField.TITLE)).contains("Director");
    }

    @Test
    void doesNotOverwriteWhatSomebodyChangesAtThatVeryMoment() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.put(user("anna").title("Editor").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns()
                .faults()
                .beforeWrite(write -> acme.campaigns().edit(anna, values -> values.with(UserField.TITLE, "Director")));

        assertThat(onlyOutcome(acme.sync().apply(plan))).isInstanceOf(ChangeOutcome.Outdated.class);
    }

    @Test
    void recyclesNobodyWhoIsLinkedToSomebodyElseByNow() {
        acme.put(user("anna").build(), user("bert").build());
        EngagementUserId anna = acme.present(user("anna").build(), EngagementRole.MARKETING);
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().edit(anna, values -> values.with(UserField.SALESFORCE_ID, "bert"));

        ApplyReport report = acme.sync().apply(plan);

        assertThat(onlyOutcome(report)).isInstanceOf(ChangeOutcome.Outdated.class);
        assertThat(acme.there(anna).recycled()).isFalse();
    }

    @Test
    void tellsARefusalAndGoesOn() {
        acme.inMarketing(user("anna").timeZone("Europe/Nowhere").build());
        acme.inMarketing(user("bert").build());

        ApplyReport report = acme.sync().apply(acme.wholePlan());

        assertThat(report.units().get(0).outcomes())
                .anySatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                ChangeOutcome.Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("100")))
                .anyMatch(ChangeOutcome.Made.class::isInstance);
    }

    @Test
    void stopsAtALimitAndSaysWhenToGoOn() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().failNext(EngagementCode.DAILY_LIMIT);

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.isFinished()).isFalse();
        assertThat(report.units().get(0).retryAt().orElseThrow()).isAfter(acme.now());
        assertThat(acme.sync().apply(plan).isAsPlanned()).isTrue();
    }

    @Test
    void namesAUnitThatDoesNotAnswerAndPlansTheOthers() {
        acme.inMarketing(user("anna").build());
        BusinessUnitId events = new BusinessUnitId("events");
        acme.add(BusinessUnit.of(events));
        acme.engagement.unit(events).faults().failNext(EngagementCode.BAD_TOKEN);

        UserSyncPlan plan = acme.wholePlan();

        assertThat(plan.units()).hasSize(1);
        assertThat(plan.unreached())
                .singleElement()
                .satisfies(unit -> assertThat(unit.message()).contains("code 184"));
    }

    @Test
    void writesNothingIntoASystemThatTakesNoWrites() {
        acme.inMarketing(user("anna").build());
        acme.campaigns().capabilities(EngagementCapabilities.readOnly(Duration.ZERO));

        ApplyReport report = acme.sync().apply(acme.wholePlan());

        assertThat(onlyOutcome(report)).isInstanceOf(ChangeOutcome.NotSupported.class);
        assertThat(acme.campaigns().faults().writesReceived()).isZero();
    }

    @Test
    @DisplayName("G4: of two runs at once, the one whose ledger the other has changed ends, and nothing is made twice")
    void endsTheRunThatLosesTheRaceForTheLedger() {
        for (int each = 0; each < 4; each++) {
            acme.inMarketing(user("member" + each).build());
        }
        acme.campaigns().capabilities(EngagementCapabilities.full(1, Duration.ZERO));
        UserSyncPlan plan = acme.wholePlan();
        boolean[] raced = {false};
        acme.campaigns().faults().beforeWrite(write -> {
            if (!raced[0]) {
                raced[0] = true;
                acme.sync().apply(plan);
            }
        });

        UnitReport loser = acme.sync().apply(plan).units().get(0);

        assertThat(loser.stopped()).contains("another run has changed its ledger meanwhile");
        assertThat(loser.written()).isZero();
        assertThat(loser.outcomes()).hasSize(4);
        assertThat(loser.outcomes().get(3)).isInstanceOf(ChangeOutcome.Unfinished.class);
        assertThat(acme.campaigns().faults().writesReceived()).isEqualTo(4 + 1);
        assertThat(acme.campaigns().users()).hasSize(5);
    }

    @Test
    @DisplayName("G4: of two runs at once, the one that comes later ends if the other has written since it looked")
    void endsTheRunThatLookedBeforeTheOtherWrote() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        boolean[] raced = {false};
        UserSync late = acme.builder()
                .target(unit -> new ForwardingEndpoint(acme.engagement.open(unit)) {
                    @Override
                    public Optional<Set<EngagementRole>> roles() {
                        if (!raced[0]) {
                            raced[0] = true;
                            acme.sync().apply(plan);
                        }
                        return super.roles();
                    }
                })
                .build();

        UnitReport loser = late.apply(plan).units().get(0);

        assertThat(loser.stopped()).contains("let that one finish, then run again");
        assertThat(acme.campaigns().faults().writesReceived()).isEqualTo(1);
    }

    @Test
    void undoesWhatItDid() {
        EngagementUserId bert = acme.inStep(user("bert").build());
        acme.put(user("bert").title("Editor").build());
        acme.put(user("carl").build());
        EngagementUserId carl = acme.present(user("carl").build(), EngagementRole.MARKETING);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.sync().apply(plan);

        ApplyReport report = acme.sync().apply(acme.sync().undo(plan));

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(acme.there(bert).values().get(UserField.TITLE)).isEmpty();
        assertThat(acme.there(carl).recycled()).isFalse();
        assertThat(acme.campaigns().users().get(3).recycled()).isTrue();
    }

    @Test
    void readsEveryPage() {
        acme.campaigns().pageSize(2);
        for (int each = 0; each < 7; each++) {
            acme.inStep(user("member" + each).build());
        }

        assertThat(acme.plan().totals().inStep()).isEqualTo(8);
    }

    @Test
    void startsAListingOverWhoseTokenExpired() {
        acme.campaigns().pageSize(2);
        for (int each = 0; each < 7; each++) {
            acme.inStep(user("member" + each).build());
        }
        acme.campaigns().faults().expireTokens(1);

        assertThat(acme.plan().totals().inStep()).isEqualTo(8);
    }

    @Test
    void sendsWritesInBatches() {
        acme.campaigns().capabilities(EngagementCapabilities.full(2, Duration.ZERO));
        for (int each = 0; each < 5; each++) {
            acme.inMarketing(user("member" + each).build());
        }
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().callsLeftToday(1 + 3); // a listing and three batches

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.isAsPlanned()).isTrue();
    }

    @Test
    void tellsTheCodeThatTheSystemRefusesAWriteWith() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().rejectWrites(UserWrite.Create.class::isInstance, EngagementCode.USERNAME_NOT_FOUND);

        assertThat(onlyOutcome(acme.sync().apply(plan)))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("104"));
    }
}
