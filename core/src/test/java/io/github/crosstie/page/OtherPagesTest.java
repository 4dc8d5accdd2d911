package io.github.crosstie.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.OutcomeLine;
import io.github.crosstie.report.OutcomeReport;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OtherPagesTest {

    @Test
    @DisplayName("S19: outcomes stand by cause, errors first, each with its remedy")
    void showsOutcomesByCause() {
        String html = OutcomePage.html("Run 10", SampleHouse.outcomes());

        assertThat(html.indexOf("id=\"code-VALIDATION_REJECTED\""))
                .isPositive()
                .isLessThan(html.indexOf("id=\"code-AMBIGUOUS_MATCH\""));
        assertThat(html.indexOf("id=\"code-AMBIGUOUS_MATCH\"")).isLessThan(html.indexOf("id=\"code-DONE\""));
        assertThat(html).contains("Renew the authorization, then call Crosstie.resume.", "003-1842", "jobTitle");
    }

    @Test
    @DisplayName("S19: a column of subjects is there only if the report has any")
    void showsSubjectsIfThereAreAny() {
        OutcomeLine line = SampleHouse.outcomes().lines().get(0);
        OutcomeLine owned = new OutcomeLine(
                line.context(), line.code(), line.records(), line.fields(), line.message(), "Ada <Lovelace>");

        assertThat(OutcomePage.html("Run 10", SampleHouse.outcomes())).doesNotContain(">Subject<");
        assertThat(OutcomePage.html("Run 10", new OutcomeReport(List.of(owned, line), 0)))
                .contains(">Subject<", "<td>Ada &lt;Lovelace&gt;</td>", "<td></td>")
                .doesNotContain("(masked)");
    }

    @Test
    @DisplayName("S19: outcomes of several organizations name each user's")
    void namesTheOrganizationWhereThereAreSeveral() {
        OutcomeLine line = SampleHouse.outcomes().lines().get(0);
        OutcomeLine.Context elsewhere = new OutcomeLine.Context(
                new OrganizationUser(
                        new OrganizationId("00D-west"), line.context().user().user()),
                line.context().kind(),
                line.context().at(),
                line.context().run());
        OutcomeLine other =
                new OutcomeLine(elsewhere, line.code(), line.records(), line.fields(), line.message(), line.subject());

        assertThat(OutcomePage.html("Run 10", new OutcomeReport(List.of(line, other), 0)))
                .contains("> of 00D-west<", "> of 00D-larkspur<");
        assertThat(OutcomePage.html("Run 10", new OutcomeReport(List.of(other), 0)))
                .doesNotContain("00D-west");
    }

    @Test
    @DisplayName("S19: of very many outcomes the page shows the first, and says how many more there are")
    void leavesOutTheLastOfVeryMany() {
        OutcomeLine line = SampleHouse.outcomes().lines().get(0);
        OutcomeReport report = new OutcomeReport(Collections.nCopies(OutcomePage.MOST + 3, line), 4_000);

        assertThat(OutcomePage.html("Run 10", report))
                .contains(">and 3 more<", "4\u202F000 more outcomes are not in this");
    }

    @Test
    @DisplayName("S19: there is no outcome only where none was left out")
    void saysThatThereIsNoOutcome() {
        assertThat(OutcomePage.html("Run 10", OutcomeReport.EMPTY)).contains("There is no outcome.");
        assertThat(OutcomePage.html("Run 10", new OutcomeReport(List.of(), 7)))
                .contains("7 more outcomes are not in this report.")
                .doesNotContain("There is no outcome.");
    }

    @Test
    @DisplayName("G1: a plan shows each change with the values it replaces, and what gives way")
    void showsAPlan() {
        String html = PlanPage.withValues(SampleHouse.plan());

        assertThat(html)
                .contains("Plan for contacts of 005-anna", "<ins>Countess</ins>", "<del>Analyst &lt;senior&gt;</del>")
                .contains("jobTitle of the mailbox gives way", "grace@compilers.example");
    }

    @Test
    @DisplayName("G6: a masked plan shows no value of a record")
    void masksAPlan() {
        assertThat(PlanPage.masked(SampleHouse.plan()))
                .contains("jobTitle", "(value)", "values are masked")
                .doesNotContain("Countess", "Analyst", "compilers.example", "Hopper");
    }

    @Test
    @DisplayName("G1: a difference shows what one plan alone asks for, and both contents of what both ask for")
    void showsTheDifferenceOfTwoPlans() {
        List<SyncPlan> plans = SampleHouse.plans();

        String html = PlanDifferencePage.withValues(plans.get(0), plans.get(1));

        assertThat(section(html, "added")).contains("Hopper", "Noether").doesNotContain("passing@by.example");
        assertThat(section(html, "dropped")).contains("passing@by.example").doesNotContain("Hopper");
        assertThat(section(html, "changed"))
                .containsSubsequence("<ins>Programmer</ins>", "</td><td>", "<ins>Countess</ins>");
        assertThat(html).contains("They ask for different changes.");
    }

    @Test
    @DisplayName("G6: a masked difference shows no value of a record")
    void masksADifference() {
        List<SyncPlan> plans = SampleHouse.plans();

        assertThat(PlanDifferencePage.masked(plans.get(0), plans.get(1)))
                .contains("jobTitle", "(value)", "values are masked")
                .doesNotContain("Countess", "Programmer", "compilers.example", "Hopper", "passing@by.example");
    }

    @Test
    @DisplayName("G1: equal plans have an empty difference, and the page says so")
    void saysThatPlansAreEqual() {
        SyncPlan plan = SampleHouse.plan();

        assertThat(PlanDifferencePage.masked(plan, plan))
                .contains("The plans are equal.")
                .doesNotContain("id=\"added\"", "id=\"dropped\"", "id=\"changed\"", "id=\"presumed\"");
    }

    private static String section(String html, String id) {
        int start = html.indexOf("id=\"" + id + "\"");
        return html.substring(start, html.indexOf("</section>", start));
    }
}
