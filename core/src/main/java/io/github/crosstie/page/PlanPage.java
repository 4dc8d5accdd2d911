package io.github.crosstie.page;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.plan.Totals;
import io.github.crosstie.report.Plain;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.ReleaseToken;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

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
        // what settles, unlinks, refutes or forgets changes neither side and is nobody's decision
        List<PlannedChange> shown =
                plan.changes().stream().filter(ChangeRow::isShown).toList();
        page.section("overview", "Overview", () -> overview(header));
        page.section(
                "changes",
                "Changes",
                () -> rows(
                        shown,
                        "What a round would do, in this order",
                        List.of("Change", "Side", "Records", "Fields"),
                        (row, change) -> row.write(change),
                        "Nothing is to be done."));
        if (!plan.skips().isEmpty()) {
            page.section(
                    "skips",
                    "Left alone",
                    () -> rows(
                            plan.skips(),
                            "What stays as it is, and why",
                            List.of("Code", "Records", "Why"),
                            (row, skip) -> skip(skip),
                            ""));
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

    private void overview(PlanHeader header) {
        Totals totals = header.totals();
        Tiles tiles = new Tiles(html);
        tiles.write(() -> {
            tiles.tile(Icon.PLUS, "good", "To create", Words.grouped(totals.crmCreates() + totals.mailCreates()));
            tiles.tile(Icon.EDIT, "run", "To update", Words.grouped(totals.crmUpdates() + totals.mailUpdates()));
            tiles.tile(Icon.MINUS, "bad", "To delete", Words.grouped(totals.crmDeletes() + totals.mailDeletes()));
            tiles.tile(Icon.MATCH, "idle", "To link", Words.grouped(totals.matches()));
            tiles.tile(Icon.PAUSE, "held", "Held", Words.grouped(totals.held()));
            tiles.tile(Icon.CIRCLE, "idle", "Left alone", Words.grouped(totals.skipped()));
        });
        if (totals.notifying() > 0) {
            html.inside("p", () -> {
                Icon.WARNING.put(html);
                html.text(" " + Words.count(totals.notifying(), "write makes", "writes make")
                        + " the server send mail to attendees.");
            });
        }
        if (header.guard().holds()) {
            html.element("p", "Deletions are held: " + header.guard().reason(), "class", "card held");
        }
        ReleaseToken token = header.hold().token();
        if (token != null) {
            html.inside(
                    "p",
                    () -> html.text("To have the held deletions made, hand this token to Crosstie.releaseDeletions: ")
                            .element("code", token));
        }
    }

    private <T> void rows(List<T> all, String caption, List<String> head, BiConsumer<ChangeRow, T> write, String none) {
        if (all.isEmpty()) {
            html.element("p", none);
            return;
        }
        ChangeRow row = new ChangeRow(html, showValues);
        new Table(html).write(caption, head, () -> all.stream().limit(MOST).forEach(each -> write.accept(row, each)));
        if (all.size() > MOST) {
            html.element("p", "and " + Words.grouped(all.size() - MOST) + " more", "class", "quiet");
        }
    }

    private void skip(Skip skip) {
        html.inside(
                "tr",
                () -> new Table(html)
                        .rowHead(skip.code().toString())
                        .cell(() -> html.element("code", records(skip.records())))
                        .cell(Plain.text(skip.reason())));
    }

    static String records(List<RecordKey> records) {
        return records.stream()
                .map(record -> Words.of(record.side()) + " " + record.id())
                .collect(Collectors.joining(", "));
    }
}
