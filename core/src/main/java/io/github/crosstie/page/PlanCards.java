package io.github.crosstie.page;

import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.SyncPlan;
import java.util.List;

/** What the next rounds would do, a plan a card. Values are masked: the page is about how everybody fares. */
final class PlanCards {

    private static final int MOST_PLANS = 20;
    private static final int MOST_CHANGES = 50;

    private final Html html;

    PlanCards(Html html) {
        this.html = html;
    }

    void write(List<SyncPlan> plans) {
        html.element("p", "What a round would do, before anybody lets it. Values are masked.", "class", "quiet");
        plans.stream().limit(MOST_PLANS).forEach(this::card);
        if (plans.size() > MOST_PLANS) {
            html.element("p", "and " + Words.grouped(plans.size() - MOST_PLANS) + " more plans", "class", "quiet");
        }
    }

    private void card(SyncPlan plan) {
        PlanHeader header = plan.header();
        PlanContent content = new PlanContent(html, false, MOST_CHANGES);
        String of = Words.of(header.collection().kind()) + " of "
                + header.collection().user();
        html.inside(
                "article",
                () -> {
                    html.inside(
                            "h3",
                            () -> html.element(
                                            "span", Words.of(header.collection().kind()) + " of ")
                                    .element("code", header.collection().user())
                                    .element(
                                            "span",
                                            "organization "
                                                    + header.collection().organization() + ", configuration "
                                                    + header.configuration(),
                                            "class",
                                            "quiet"));
                    html.inside("p", () -> {
                        html.text("Planned ");
                        Words.moment(html, header.plannedAt(), "");
                    });
                    content.overview(header);
                    content.changes(plan, of + ": the changes, in this order");
                    if (!plan.skips().isEmpty()) {
                        content.skips(plan.skips(), of + ": what stays as it is, and why");
                    }
                },
                "class",
                "card run");
    }
}
