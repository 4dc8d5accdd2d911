package io.github.crosstie.engagement.report;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Acme acme = new Acme();

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
        for (int each = 0; each < 26; each++) {
            acme.put(user("leaver" + each).build());
            acme.present(user("leaver" + each).build(), EngagementRole.MARKETING);
        }

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
                unit,step,change,user,target,field,before,after,rule,reason
                campaigns,1,update,bert,2,title,,"'=cmd, ""quoted""\",U11,"differs in title, phone"
                campaigns,1,update,bert,2,phone,,+49 30 1234,U11,"differs in title, phone"
                """);
    }
}
