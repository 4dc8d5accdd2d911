package io.github.crosstie.engagement.apply;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.json.UserSyncPlanJson;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A plan that is carried out after the CRM has moved on. */
class LaterPlanTest {

    private final Acme acme = new Acme();

    private ChangeOutcome onlyOutcome(ApplyReport report) {
        assertThat(report.units().get(0).outcomes()).hasSize(1);
        return report.units().get(0).outcomes().get(0);
    }

    private void assertOutdated(UserSyncPlan plan, String why) {
        assertThat(onlyOutcome(acme.sync().apply(plan)))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Outdated.class,
                        outdated -> assertThat(outdated.message()).contains(why));
        assertThat(acme.campaigns().faults().writesReceived()).isZero();
    }

    @Test
    @DisplayName("A9: whoever became inactive since the plan was made is not created")
    void createsNobodyWhoIsInactiveByNow() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.put(user("anna").active(false).build());

        assertOutdated(plan, "the CRM does not ask for it any more; plan again");
    }

    @Test
    @DisplayName("U28: whoever left the group since the plan was made is not created")
    void createsNobodyWhoLeftTheGroup() {
        GroupId group = new GroupId("editors");
        acme.directory(builder -> builder.put(new Group(group, "Editors", "Editors"))
                .put(user("anna").build())
                .addMember(group, new Member.OfUser(new UserId("anna"))));
        acme.marketing(new Assignment.OfGroup(group));
        UserSyncPlan plan = acme.wholePlan();
        acme.directory(builder -> builder.removeMember(group, new Member.OfUser(new UserId("anna"))));

        assertOutdated(plan, "the CRM does not ask for it any more");
    }

    @Test
    @DisplayName("U17: whoever was assigned again since the plan was made is not recycled")
    void recyclesNobodyWhoIsBack() {
        acme.put(user("anna").build());
        EngagementUserId anna = acme.present(user("anna").build(), EngagementRole.MARKETING);
        UserSyncPlan plan = acme.wholePlan();
        acme.marketing(new Assignment.OfUser(new UserId("anna")));

        assertOutdated(plan, "the CRM does not ask for it any more");
        assertThat(acme.there(anna).recycled()).isFalse();
    }

    @Test
    @DisplayName("G3: nobody is recycled by an earlier plan once the directory is not complete")
    void recyclesNobodyOnADirectoryThatIsIncompleteByNow() {
        acme.put(user("anna").build());
        acme.present(user("anna").build(), EngagementRole.MARKETING);
        UserSyncPlan plan = acme.wholePlan();
        acme.directory(builder -> builder.complete(false));

        assertOutdated(plan, "a membership cannot be read wholly");
    }

    @Test
    @DisplayName("U26: a role that the mapping does not give any more is not written")
    void writesNoRoleOfYesterday() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.put(user("anna").profile(Acme.ADMINISTRATION).build());
        UserSyncPlan plan = acme.wholePlan();
        acme.put(user("anna").build());

        assertOutdated(plan, "the CRM does not ask for it any more");
        assertThat(acme.there(anna).values().get(UserField.ROLE)).contains("Marketing");
    }

    @Test
    @DisplayName("U11: a value that has changed again since the plan was made is not written")
    void writesNoValueOfYesterday() {
        acme.inStep(user("anna").build());
        acme.put(user("anna").title("Editor").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.put(user("anna").title("Publisher").build());

        assertOutdated(plan, "the CRM asks for something else by now; plan again");
    }

    @Test
    @DisplayName("U13: whoever left the sets since the plan was made stays in the recycle bin")
    void restoresNobodyWhoIsGone() {
        EngagementUserId anna = acme.present(user("anna").build(), EngagementRole.MARKETING);
        acme.campaigns().recycle(anna);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.put(user("anna").active(false).build());

        assertOutdated(plan, "the CRM does not ask for it any more");
    }

    @Test
    @DisplayName("U24: of a plan that lets one of two have an address, nothing is done once the other comes first")
    void tellsWhyNothingIsDue() {
        acme.inMarketing(user("bert").emailAddress("team@acme.example").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.inMarketing(user("anna").emailAddress("team@acme.example").build());

        assertOutdated(plan, "is not due any more: ");
    }

    @Test
    @DisplayName("G1: what still holds of an earlier plan is done, the rest is told")
    void doesWhatStillHolds() {
        acme.inMarketing(user("anna").build());
        acme.inMarketing(user("bert").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.put(user("bert").active(false).build());

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.units().get(0).outcomes())
                .extracting(outcome -> outcome.change().user().value() + " " + outcome.isMade())
                .containsExactly("anna true", "bert false");
        assertThat(report.isFinished()).isTrue();
        assertThat(report.isAsPlanned()).isFalse();
    }

    @Test
    @DisplayName("G1: changes that joined since keep nothing back of what was planned")
    void isNotHeldBackByWhatJoined() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.put(user("anna").title("Editor").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.put(user("anna").title("Editor").phone("030 1234").build());

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(acme.there(anna).values().get(UserField.PHONE)).isEmpty();
    }

    @Test
    @DisplayName("G3: a listing that is not complete by now creates nobody, and the plan is worth another run")
    void createsNobodyOnAListingThatIsIncompleteByNow() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().truncateListing(0);

        ApplyReport report = acme.sync().apply(plan);

        assertThat(onlyOutcome(report)).isInstanceOf(ChangeOutcome.Unfinished.class);
        acme.campaigns().faults().clear();
        assertThat(acme.sync().apply(plan).isAsPlanned()).isTrue();
    }

    @Test
    @DisplayName("G3: a listing that is not complete by now recycles nobody, whether it shows them or not")
    void recyclesNobodyOnAListingThatIsIncompleteByNow() {
        for (String name : List.of("anna", "bert")) {
            acme.put(user(name).build());
            acme.present(user(name).build(), EngagementRole.MARKETING);
        }
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().truncateListing(2);

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.units().get(0).outcomes()).hasSize(2).allMatch(ChangeOutcome.Unfinished.class::isInstance);
        assertThat(acme.campaigns().faults().writesReceived()).isZero();
    }

    @Test
    @DisplayName("G3: whoever is missed by a listing that is not complete is not said to be recycled already")
    void takesNobodyMissedForRecycled() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.campaigns().recycle(anna);
        UserSyncPlan plan = acme.wholePlan();
        acme.sync().apply(plan);
        UserSyncPlan back = acme.sync().undo(plan);
        acme.campaigns().faults().truncateListing(1);

        ApplyReport report = acme.sync().apply(back);

        assertThat(onlyOutcome(report)).isInstanceOf(ChangeOutcome.Unfinished.class);
        assertThat(acme.there(anna).recycled()).isFalse();
    }

    @Test
    @DisplayName("G1: a way back is carried out although the CRM asks for the opposite, read from JSON too")
    void undoesAgainstTheCrm() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.put(user("anna").title("Editor").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.sync().apply(plan);
        UserSyncPlan back =
                UserSyncPlanJson.read("back", UserSyncPlanJson.write(acme.sync().undo(plan)));

        assertThat(acme.sync().apply(back).isAsPlanned()).isTrue();
        assertThat(acme.there(anna).values().get(UserField.TITLE)).isEmpty();
        assertThat(plan.inverse().undoing()).isTrue();
        assertThat(plan.inverse().inverse())
                .isEqualTo(plan.inverse()
                        .inverse()
                        .with(plan.units().get(0).inverse().inverse()));
    }

    @Test
    @DisplayName("G1: a way back recycles nobody whom the plan did not make")
    void undoesNoCreationOfSomebodyElse() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        EngagementUserId byHand =
                acme.present(user("anna").name("Anna", "Otherwise").build(), EngagementRole.MARKETING);
        acme.sync().apply(plan);

        assertOutdated(acme.sync().undo(plan), "not, or not any more, as the plan made it");
        assertThat(acme.there(byHand).recycled()).isFalse();
    }

    @Test
    @DisplayName("G1: the plan of another organization is misuse, and nothing is written")
    void refusesAPlanOfAnotherOrganization() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan own = acme.wholePlan();
        UserSyncPlan foreign =
                new UserSyncPlan(new OrganizationId("elsewhere"), own.plannedAt(), true, own.units(), List.of());
        UserSync sync = acme.sync();

        assertThatThrownBy(() -> sync.apply(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere")
                .hasMessageContaining("plan again");
        assertThatThrownBy(() -> sync.undo(foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThat(acme.campaigns().faults().writesReceived()).isZero();
    }

    @Test
    @DisplayName("G1: a plan is carried out until it is too old, and refused from then on, with the remedy")
    void refusesAPlanThatIsTooOld() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        UserSync sync = acme.builder().plansGoodFor(Duration.ofHours(2)).build();
        acme.advance(Duration.ofHours(2).plusMillis(1));

        ApplyReport report = sync.apply(plan);

        assertThat(onlyOutcome(report)).isInstanceOf(ChangeOutcome.Outdated.class);
        assertThat(report.units().get(0).stopped()).contains("good for PT2H", "plan again");
        assertThat(report.isFinished()).isTrue();
        assertThat(report.isAsPlanned()).isFalse();
        assertThat(acme.campaigns().faults().writesReceived()).isZero();
    }

    @Test
    @DisplayName("G1: a plan of the future, which would never grow too old, is refused; a clock may be a little off")
    void refusesAPlanOfTheFuture() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        Duration skew = Duration.ofMinutes(5);

        ApplyReport refused =
                acme.sync().apply(plannedAt(plan, acme.now().plus(skew).plusMillis(1)));
        ApplyReport carriedOut = acme.sync().apply(plannedAt(plan, acme.now().plus(skew)));

        assertThat(refused.written()).isZero();
        assertThat(refused.units().get(0).stopped()).contains("is still to come", "plan again");
        assertThat(carriedOut.isAsPlanned()).isTrue();
    }

    private static UserSyncPlan plannedAt(UserSyncPlan plan, Instant moment) {
        return new UserSyncPlan(
                plan.organization(), moment, plan.directoryComplete(), plan.units(), plan.unreached(), plan.undoing());
    }

    @Test
    @DisplayName("G1: a plan is good to the last moment, and for a week unless the host says otherwise")
    void carriesOutAPlanThatIsJustGood() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.advance(Duration.ofDays(7));

        assertThat(acme.sync().apply(plan).isAsPlanned()).isTrue();
        acme.advance(Duration.ofMillis(1));
        assertThat(acme.sync().apply(plan).units().get(0).stopped()).contains("plan again");
    }

    @Test
    void refusesPlansThatAreGoodForNoTime() {
        UserSync.Builder builder = acme.builder();

        assertThatThrownBy(() -> builder.plansGoodFor(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than zero");
    }

    @Test
    @DisplayName("U25: the rest of a swap is made by a plan that was parked half way")
    void finishesASwap() {
        acme.inStep(user("anna").build());
        acme.inStep(user("bert").build());
        acme.put(user("anna").emailAddress("bert@acme.example").build());
        acme.put(user("bert").emailAddress("anna@acme.example").build());
        acme.campaigns().capabilities(EngagementCapabilities.full(1, Duration.ZERO));
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().faults().callsLeftToday(2);
        ApplyReport parked = acme.sync().apply(plan);
        acme.campaigns().faults().clear();

        ApplyReport report = acme.sync().apply(plan);

        assertThat(parked.written()).isEqualTo(1);
        assertThat(report.written()).isEqualTo(2);
        assertThat(report.isAsPlanned()).isTrue();
    }
}
