package io.github.crosstie.page;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.plan.HeaderDifference;
import io.github.crosstie.plan.PlanDifference;
import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import java.util.List;
import java.util.Objects;

/**
 * In what two plans differ, as one page (G1): how much each asks for, the changes that only one of them has, those that both have with
 * other contents side by side, and what else they say differently. Changes that touch the stored state alone are counted, not shown. Of
 * very large differences it shows the beginning of each list and says how much more there is.
 */
@Incubating
public final class PlanDifferencePage {

    /** How many rows of each table a page shows at most. */
    public static final int MOST = 1_000;

    private static final String TOTALS = "totals.";

    private final SyncPlan before;
    private final SyncPlan after;
    private final PlanDifference difference;
    private final boolean showValues;
    private final Page page = new Page();
    private final Html html = page.html();
    private final PlanContent content;

    private PlanDifferencePage(SyncPlan before, SyncPlan after, boolean showValues) {
        this.before = before;
        this.after = after;
        this.showValues = showValues;
        difference = PlanDifference.between(before, after);
        content = new PlanContent(html, showValues, MOST);
    }

    /**
     * Writes the difference of two plans without the values of fields, which are personal data: fit for logs and tickets.
     *
     * @param before the first plan
     * @param after the second plan
     * @return a whole HTML document, to be kept or sent in UTF-8
     */
    public static String masked(SyncPlan before, SyncPlan after) {
        return new PlanDifferencePage(before, after, false).write();
    }

    /**
     * Writes the difference of two plans with all values: for the eyes of whoever owns the records.
     *
     * @param before the first plan
     * @param after the second plan
     * @return a whole HTML document, to be kept or sent in UTF-8
     */
    public static String withValues(SyncPlan before, SyncPlan after) {
        return new PlanDifferencePage(before, after, true).write();
    }

    private String write() {
        page.section("overview", "Overview", this::overview);
        changes("added", "Only in the second plan", difference.added());
        changes("dropped", "Only in the first plan", difference.dropped());
        changed();
        if (!difference.addedSkips().isEmpty() || !difference.droppedSkips().isEmpty()) {
            page.section("skips", "Left alone in one plan only", this::skips);
        }
        List<HeaderDifference> others = difference.header().stream()
                .filter(each -> !each.path().startsWith(TOTALS))
                .toList();
        if (!others.isEmpty()) {
            page.section("presumed", "What else the plans say", () -> others(others));
        }
        return page.write("Difference of two plans", () -> {
            plan("First: ", before.header());
            html.text(". ");
            plan("Second: ", after.header());
            html.text(showValues ? "" : "; values are masked");
        });
    }

    private void plan(String which, PlanHeader header) {
        html.text(which + Words.of(header.collection().kind()) + " of "
                + header.collection().user() + ", organization "
                + header.collection().organization() + ", configuration " + header.configuration() + ", planned ");
        Words.moment(html, header.plannedAt(), "");
    }

    private void overview() {
        Tiles tiles = new Tiles(html);
        tiles.write(() -> {
            tiles.tile(
                    Icon.PLUS,
                    "good",
                    "Changes added",
                    Words.grouped(difference.added().size()));
            tiles.tile(
                    Icon.MINUS,
                    "bad",
                    "Changes dropped",
                    Words.grouped(difference.dropped().size()));
            tiles.tile(
                    Icon.EDIT,
                    "run",
                    "Changed",
                    Words.grouped(difference.changed().size()));
        });
        html.element("p", verdict());
        new TotalsTable(html).write(before.header().totals(), after.header().totals());
    }

    private String verdict() {
        if (difference.isEmpty()) {
            return "The plans are equal.";
        }
        if (difference.reordered()) {
            return "The same changes stand in another order.";
        }
        return difference.asksForTheSame()
                ? "Both ask for the same changes; they differ in what they say besides."
                : "They ask for different changes.";
    }

    private void changes(String id, String title, List<PlannedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        page.section(id, title, () -> {
            content.changes(changes, title + ", in its order", "No change of a record.");
            bookkeeping(changes.size() - PlanContent.shown(changes).size());
        });
    }

    private void changed() {
        if (difference.changed().isEmpty()) {
            return;
        }
        List<PlanDifference.Changed> shown = difference.changed().stream()
                .filter(each -> ChangeRow.isShown(each.after()))
                .toList();
        ChangeRow row = new ChangeRow(html, showValues);
        page.section("changed", "In both, with other contents", () -> {
            content.rows(
                    shown,
                    "In both plans with other contents, in the order of the second",
                    List.of("Change", "Side", "Records", "First plan", "Second plan"),
                    each -> row.write(each.before(), each.after()),
                    "No change of a record.");
            bookkeeping(difference.changed().size() - shown.size());
        });
    }

    private void bookkeeping(int count) {
        if (count > 0) {
            html.element("p", "and " + Words.grouped(count) + " of the stored state alone", "class", "quiet");
        }
    }

    private void skips() {
        if (!difference.addedSkips().isEmpty()) {
            content.skips(difference.addedSkips(), "Left alone in the second plan only");
        }
        if (!difference.droppedSkips().isEmpty()) {
            content.skips(difference.droppedSkips(), "Left alone in the first plan only");
        }
    }

    private void others(List<HeaderDifference> others) {
        content.rows(
                others,
                "What the plans are about and presume, where they say different things",
                List.of("What", "First plan", "Second plan"),
                this::other,
                "");
    }

    private void other(HeaderDifference other) {
        html.inside(
                "tr",
                () -> new Table(html)
                        .rowHead(other.path())
                        .cell(() -> html.element("code", Objects.requireNonNullElse(other.before(), "absent")))
                        .cell(() -> html.element("code", Objects.requireNonNullElse(other.after(), "absent"))));
    }
}
