package io.github.crosstie.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.Fares;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.report.Stage;
import io.github.crosstie.report.UserStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusPageTest {

    @Test
    @DisplayName("S18: the same values give the same page")
    void isAFunctionOfValues() {
        assertThat(SampleHouse.status().html()).isEqualTo(SampleHouse.status().html());
    }

    @Test
    @DisplayName("S18: who needs somebody stands above who does not")
    void showsTheWorstFirst() {
        String html = SampleHouse.status().html();
        String users = html.substring(html.indexOf("id=\"users\""));

        assertThat(users.indexOf("005-ben")).isLessThan(users.indexOf("005-dora"));
        assertThat(users.indexOf("005-dora")).isLessThan(users.indexOf("005-anna"));
        assertThat(users.indexOf("005-anna")).isLessThan(users.indexOf("005-well-0"));
    }

    @Test
    @DisplayName("S18: of very many users the page shows the worst, and says how many more there are")
    void leavesOutTheBestOfVeryMany() {
        UserStatus[] users = IntStream.range(0, 1_234)
                .mapToObj(each -> Fares.user(
                        "005-" + each,
                        "sales",
                        Fares.contacts(each == 1_233 ? Stage.FAILED : Stage.IN_SYNC, null, FlowCounts.NONE, "")))
                .toArray(UserStatus[]::new);

        String html = StatusPage.of("Acme", List.of(Fares.organization(users))).html();

        assertThat(html).contains("005-1233", "and 1\u202F034 more users, none of them worse");
        assertThat(html.length()).isLessThan(300_000);
    }

    @Test
    @DisplayName("S18: where no change lags and nobody is enrolled, the page says so")
    void saysThatThereIsNothing() {
        OrganizationStatus empty = Fares.organization();

        assertThat(StatusPage.of("Acme", List.of(empty)).html())
                .contains("No change lags.", "Nobody is enrolled.")
                .doesNotContain("id=\"conflicts\"", "id=\"held\"", "id=\"causes\"");
    }

    @Test
    @DisplayName("S18: users are named with their organization where the page has several")
    void namesTheOrganizationWhereThereAreSeveral() {
        String several = SampleHouse.status().html();
        String one = StatusPage.of("Larkspur", List.of(SampleHouse.home()))
                .outcomes(SampleHouse.outcomes())
                .html();

        assertThat(section(several, "users"))
                .contains("<code>005-hana</code><span class=\"quiet of\"> of 00D-larkspur-americas<");
        assertThat(section(several, "outcomes"))
                .contains("<code>005-anna</code><span class=\"quiet of\"> of 00D-larkspur<");
        assertThat(section(several, "lag")).contains(">of 00D-larkspur<", "<title>005-ben of 00D-larkspur: ");
        assertThat(List.of(section(one, "users"), section(one, "outcomes"), section(one, "lag")))
                .allSatisfy(section -> assertThat(section).doesNotContain("00D-larkspur"));
    }

    private static String section(String html, String id) {
        int start = html.indexOf("id=\"" + id + "\"");
        return html.substring(start, html.indexOf("</section>", start));
    }

    @Test
    @DisplayName("S19: where a large round kept only its beginning, the page does not say that nothing else happened")
    void saysWhatIsLeftOut() {
        StatusPage page = StatusPage.of("Acme", List.of(Fares.organization()));

        assertThat(page.outcomes(new OutcomeReport(List.of(), 4_000)).html())
                .contains("id=\"outcomes\"", "4\u202F000 more outcomes are not in this report.")
                .doesNotContain("There is no error and no warning.");
    }

    @Test
    @DisplayName("S19: there are none only where nothing was left out")
    void saysThatThereAreNone() {
        OutcomeReport done = SampleHouse.outcomes().ofCode(Set.of(OutcomeCode.DONE));
        StatusPage page = StatusPage.of("Acme", List.of(Fares.organization()));

        assertThat(page.outcomes(done).html())
                .contains("There is no error and no warning.")
                .doesNotContain("not in this report");
        assertThat(page.outcomes(new OutcomeReport(done.lines(), 1)).html())
                .contains("1 more outcome is not in this report.")
                .doesNotContain("There is no error and no warning.");
    }

    @Test
    @DisplayName("G6: what others typed is text on a page, whatever it looks like")
    void escapesWhatOthersTyped() {
        assertThat(SampleHouse.hostile().html())
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img", "<script");
    }

    @Test
    @DisplayName("S18, G1: plans stand on the page without the values of their fields")
    void masksPlans() {
        String plans = section(SampleHouse.status().html(), "plans");

        assertThat(plans)
                .contains("jobTitle", "(value)", "Values are masked.", "Contacts of </span><code>005-anna</code>")
                .doesNotContain("Countess", "Analyst", "compilers.example", "Hopper");
    }

    @Test
    void needsAnOrganization() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusPage.of("Acme", List.of()))
                .withMessageContaining("give at least one");
    }
}
