package io.github.crosstie.engagement.report;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Acme acme = new Acme();

    private void leavers(int count) {
        for (int each = 0; each < count; each++) {
            acme.put(user("leaver" + each).build());
            acme.present(user("leaver" + each).build(), EngagementRole.MARKETING);
        }
    }

    @Test
    void showsAPlanWithReasonsAndRoutes() {
        acme.inMarketing(user("anna").build());
        acme.inStep(user("bert").build());
        acme.put(user("bert").emailAddress("new@acme.example").build());

        assertThat(PlanText.of(acme.wholePlan())).isEqualTo("""
                Business unit Campaigns: 1 to create, 1 to update, 0 to restore, 0 to recycle, 0 held, 0 left alone; 1 in step
                  update user bert, emailAddress (!): differs in emailAddress (U11) [Marketing Users: user bert]
                  create user anna as Marketing: is in Marketing Users and profile standard is not mapped, so gets Marketing \
                (U10) [Marketing Users: user anna]
                """);
    }

    @Test
    void showsWhatIsHeldAndByWhichTokenItIsReleased() {
        leavers(26);

        assertThat(PlanText.of(acme.wholePlan(), 1))
                .contains("! 26 recyclings over 27 users: more than 25")
                .contains("held: recycle user leaver0")
                .contains("held: and 25 more")
                .contains("token ");
    }

    @Test
    void showsNoPersonalData() {
        acme.inMarketing(user("anna").phone("030 1234").build());

        assertThat(PlanText.of(acme.wholePlan())).doesNotContain("030", "@", "Miller");
        assertThat(DriftText.of(acme.sync().verify())).doesNotContain("030", "@", "Miller");
    }

    @Test
    void showsWhatWasNotMade() {
        acme.inMarketing(user("anna").timeZone("Europe/Nowhere").build());

        assertThat(ReportText.of(acme.sync().apply(acme.wholePlan())))
                .contains("Business unit campaigns: 0 written, 0 made before, 1 not made")
                .contains("create user anna: there is no such time zone");
    }

    @Test
    void showsAUnitThatDidNotAnswer() {
        acme.campaigns().faults().failNext(EngagementCode.TIMEOUT);

        assertThat(PlanText.of(acme.wholePlan())).startsWith("Business unit campaigns not looked at: ");
    }

    @Test
    void showsDrift() {
        acme.inMarketing(user("anna").build());

        assertThat(DriftText.of(acme.sync().verify()))
                .startsWith("Business unit Campaigns: 1 in step, 1 not\n  missing: user anna: is in Marketing Users");
    }

    @Test
    void listsChangesForWhoeverMakesThemByHand() {
        acme.inStep(user("bert").build());
        acme.put(user("bert").title("=cmd, \"quoted\"").phone("+49 30 1234").build());
        UserSyncPlan plan = acme.wholePlan();

        assertThat(ChangeList.csv(plan)).isEqualTo("""
                status,unit,step,change,user,target,field,before,after,rule,reason,held
                due,campaigns,1,update,bert,2,title,,"'=cmd, ""quoted""\",U11,"differs in title, phone",
                due,campaigns,1,update,bert,2,phone,,+49 30 1234,U11,"differs in title, phone",
                """);
    }

    @Test
    void listsWhatIsHeldApartFromWhatIsDue() {
        acme.inStep(user("bert").build());
        acme.put(user("bert").title("Chief").build());
        leavers(26);

        List<String> lines = ChangeList.csv(acme.wholePlan()).lines().toList();

        assertThat(lines).hasSize(1 + 1 + 26);
        assertThat(lines.get(1)).startsWith("due,campaigns,1,update,bert,");
        assertThat(lines.subList(2, 28))
                .allSatisfy(
                        line -> assertThat(line)
                                .startsWith("held,campaigns,,recycle,leaver")
                                .contains(
                                        ",U17,is in neither set,\"26 recyclings over 28 users: more than 25; look at what is held"));
    }

    @Test
    void listsThePreviewOfAUnitThatHasNotOptedInAsHeldWithTheRemedy() {
        acme.ledgers.put(Acme.CAMPAIGNS, UnitLedger.of(UnitState.NO_USER_SYNC));
        acme.inMarketing(user("anna").build());

        assertThat(ChangeList.csv(acme.wholePlan()).lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .startsWith("held,campaigns,,create,anna,")
                        .contains("declare it assigned first", "UnitLedger.observedOptedIn()"));
    }

    @Test
    void listsAUnitThatDidNotAnswerSoThatNobodyTakesTheListForWhole() {
        acme.campaigns().faults().failNext(EngagementCode.TIMEOUT);

        assertThat(ChangeList.csv(acme.wholePlan()).lines().skip(1))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("unread,campaigns,,,,,,,,,"));
    }
}
