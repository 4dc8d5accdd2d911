package io.github.crosstie.page;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.SyncPlan;
import java.util.Locale;

/**
 * What a round would do, as one page: how much, what is held, and each change with the fields it sets (G1). Of a very large plan it shows
 * the beginning and says how much more there is; the totals are of all.
 */
@Incubating
public final class PlanPage {

    /** How many changes, and how many records left alone, a page shows at most. */
    public static final int MOST = 1_000;

    private final SyncPlan plan;
    private final boolean showValues;
    private final Page page = new Page();
    private final Html html = page.html();

    private PlanPage(SyncPlan plan, boolean showValues) {
        this.plan = plan;
        this.showValues = showValues;
    }

    /**
     * Writes a plan without the values of fields, which are personal data: fit for logs and tickets.
     *
     * @param plan the plan
     * @return a whole HTML document, to be kept or sent in UTF-8
     */
    public static String masked(SyncPlan plan) {
        return new PlanPage(plan, false).write();
    }

    /**
     * Writes a plan with all values: for the eyes of whoever owns the records.
     *
     * @param plan the plan
     * @return a whole HTML document, to be kept or sent in UTF-8
     */
    public static String withValues(SyncPlan plan) {
        return new PlanPage(plan, true).write();
    }

    private String write() {
        PlanHeader header = plan.header();
        PlanContent content = new PlanContent(html, showValues, MOST);
        page.section("overview", "Overview", () -> content.overview(header));
        page.section("changes", "Changes", () -> content.changes(plan, "What a round would do, in this order"));
        if (!plan.skips().isEmpty()) {
            page.section("skips", "Left alone", () -> content.skips(plan.skips(), "What stays as it is, and why"));
        }
        return page.write(
                "Plan for " + Words.of(header.collection().kind()).toLowerCase(Locale.ROOT) + " of "
                        + header.collection().user(),
                () -> {
                    html.text("Organization " + header.collection().organization() + ", configuration "
                            + header.configuration() + ", planned ");
                    Words.moment(html, header.plannedAt(), "");
                    html.text(showValues ? "" : "; values are masked");
                });
    }
}
