package io.github.crosstie.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.plan.ChangeKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlanDifference;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.plan.Totals;
import io.github.crosstie.report.Cause;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.FlowSummary;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeLine;
import io.github.crosstie.report.Plain;
import io.github.crosstie.report.PlanText;
import io.github.crosstie.report.Stage;
import io.github.crosstie.report.StatusSummary;
import io.github.crosstie.report.UserStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every number on a page is the one that the values say: a page counts nothing by itself. */
class NumbersOnPagesTest {

    private static final List<OrganizationStatus> HOUSE = List.of(SampleHouse.home(), SampleHouse.americas());
    private static final List<UserStatus> USERS =
            HOUSE.stream().flatMap(each -> each.users().stream()).toList();

    private final Markup status = new Markup(SampleHouse.status().html());

    @Test
    @DisplayName("S18: the tiles say how many users are at each stage, as the summary does")
    void tilesAreTheSummary() {
        StatusSummary all = StatusSummary.of(USERS);

        assertThat(status.tile("Users")).isEqualTo(number(all.users()));
        for (Stage stage : Stage.values()) {
            int users = all.stages().getOrDefault(stage, 0);
            assertThat(status.tile(Words.of(stage))).as("%s", stage).isEqualTo(users == 0 ? "" : number(users));
        }
        assertThat(status.tile("Held deletions"))
                .isEqualTo(number(SampleHouse.held().deletions().size()));
    }

    @Test
    @DisplayName("S18: a configuration's row has the numbers of its summary")
    void configurationsAreTheirSummaries() {
        for (OrganizationStatus each : HOUSE) {
            List<List<String>> expected = new ArrayList<>();
            each.configurations()
                    .forEach((id, sum) -> sum.flows().forEach(flow -> expected.add(numbers(id.value(), flow))));
            if (each.configurations().size() > 1) {
                each.summary().flows().forEach(flow -> expected.add(numbers("All", flow)));
            }

            assertThat(status.rows("Organization " + each.organization()))
                    .extracting(row -> List.of(row.get(0), row.get(2), row.get(8), row.get(9)))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static List<String> numbers(String name, FlowSummary flow) {
        return List.of(
                name,
                number(flow.users()),
                number(flow.counts().linked()),
                number(flow.counts().unapplied()));
    }

    @Test
    @DisplayName("S18: a user's row has the numbers and the lag of the status")
    void usersAreTheirStatus() {
        List<List<String>> expected = USERS.stream()
                .sorted(UserStatus.WORST_FIRST)
                .flatMap(user -> user.flows().stream().map(flow -> numbers(user, flow)))
                .toList();

        assertThat(status.rows("Who needs somebody comes first").stream().filter(row -> row.size() == 10))
                .extracting(row -> List.of(row.get(0), row.get(5), row.get(7), row.get(8), row.get(9)))
                .containsExactlyElementsOf(expected);
    }

    private static List<String> numbers(UserStatus user, FlowStatus flow) {
        return List.of(
                user.user() + " of " + user.organization(),
                flow.lag(user.at()).map(Plain::text).orElse("none"),
                number(flow.counts().linked()),
                number(flow.counts().unapplied()),
                Words.waiting(flow.counts()));
    }

    @Test
    @DisplayName("S18: each cause counts the users whom it concerns")
    void causesCountTheirUsers() {
        assertThat(status.section("causes").all("<span>([^<]*users?)</span>"))
                .containsExactlyElementsOf(Cause.of(USERS).stream()
                        .map(cause -> Words.count(cause.users().size(), "user", "users"))
                        .toList());
    }

    @Test
    @DisplayName("S19: each code stands with the number of its outcomes, on both pages that show outcomes")
    void codesCountTheirOutcomes() {
        SortedMap<OutcomeCode, List<OutcomeLine>> byCode =
                SampleHouse.outcomes().byCode();
        Markup outcomes = new Markup(OutcomePage.html("Run 10", SampleHouse.outcomes()));

        assertThat(status.rows("How often each outcome"))
                .extracting(row -> row.get(0) + " " + row.get(2))
                .containsExactlyElementsOf(byCode.entrySet().stream()
                        .map(each ->
                                each.getKey() + " " + number(each.getValue().size()))
                        .toList());
        for (Map.Entry<OutcomeCode, List<OutcomeLine>> each : byCode.entrySet()) {
            assertThat(outcomes.section("code-" + each.getKey()).rows("Where it happened"))
                    .as("%s", each.getKey())
                    .hasSameSizeAs(each.getValue());
        }
    }

    @Test
    @DisplayName("G1: the tiles of a plan are its totals, and its rows are as many as the tiles say")
    void tilesOfAPlanAreItsTotals() {
        SyncPlan plan = SampleHouse.plan();
        Totals totals = plan.header().totals();
        Markup page = new Markup(PlanPage.masked(plan));

        assertThat(PlanText.masked(plan))
                .contains("Plan: " + page.tile("To create") + " to create, " + page.tile("To update") + " to update, "
                        + page.tile("To delete") + " to delete, " + page.tile("To link") + " to link, "
                        + page.tile("Held") + " held, " + page.tile("Left alone") + " left alone");
        assertThat(totals.writes()).isPositive();
        List<String> chips = page.section("changes").rows("What a round would do, in this order").stream()
                .map(row -> row.get(0))
                .toList();
        for (Map.Entry<ChangeKind, String> each : Map.of(
                        ChangeKind.CREATE, "Create", ChangeKind.UPDATE, "Update", ChangeKind.DELETE, "Delete")
                .entrySet()) {
            assertThat(chips.stream().filter(each.getValue()::equals))
                    .as("%s", each.getKey())
                    .hasSize(Integer.parseInt(page.tile("To " + each.getValue().toLowerCase(Locale.ROOT))))
                    .hasSize(count(plan.changes(), each.getKey()));
        }
    }

    @Test
    @DisplayName("G1: a difference counts what the difference of the values has, and the totals of both plans")
    void aDifferenceCountsWhatDiffers() {
        SyncPlan first = SampleHouse.plans().get(0);
        SyncPlan second = SampleHouse.plan();
        PlanDifference difference = PlanDifference.between(first, second);
        Totals before = first.header().totals();
        Totals after = second.header().totals();
        Markup page = new Markup(PlanDifferencePage.masked(first, second));

        assertThat(Stream.of("Changes added", "Changes dropped", "Changed").map(page::tile))
                .containsExactly(
                        number(difference.added().size()),
                        number(difference.dropped().size()),
                        number(difference.changed().size()));
        assertThat(page.rows("How much each plan asks for"))
                .contains(
                        List.of(
                                "Create in the mailbox",
                                number(before.mailCreates()),
                                number(after.mailCreates()),
                                signed(after.mailCreates() - before.mailCreates())),
                        List.of(
                                "Writes in all",
                                number(before.writes()),
                                number(after.writes()),
                                signed(after.writes() - before.writes())));
    }

    private static int count(List<PlannedChange> changes, ChangeKind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    private static String signed(int number) {
        return (number > 0 ? "+" : number < 0 ? "\u2212" : "") + Math.abs(number);
    }

    private static String number(long number) {
        return Words.grouped(number);
    }
}
