package io.github.crosstie.page;

import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.plan.Totals;
import io.github.crosstie.report.Plain;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.ReleaseToken;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What every page shows of a plan: how much it asks for, what is held, each change, and what stays as it is. */
final class PlanContent {

    static final List<String> CHANGE_HEAD = List.of("Change", "Side", "Records", "Fields");

    private final Html html;
    private final ChangeRow row;
    private final int most;

    /**
     * For one page.
     *
     * @param most how many rows of each table are shown
     */
    PlanContent(Html html, boolean showValues, int most) {
        this.html = html;
        row = new ChangeRow(html, showValues);
        this.most = most;
    }

    /** The changes that are somebody's concern: what touches the stored state alone is nobody's decision. */
    static List<PlannedChange> shown(List<PlannedChange> changes) {
        return changes.stream().filter(ChangeRow::isShown).toList();
    }

    void overview(PlanHeader header) {
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
        if (totals.detached() > 0) {
            html.element(
                    "p",
                    Words.count(totals.detached(), "pair parts", "pairs part")
                            + ", as one record was deleted; the other stays.");
        }
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

    void changes(SyncPlan plan, String caption) {
        changes(plan.changes(), caption, "Nothing is to be done.");
    }

    /** Changes as rows, those that touch the stored state alone left out. */
    void changes(List<PlannedChange> changes, String caption, String none) {
        rows(shown(changes), caption, CHANGE_HEAD, row::write, none);
    }

    void skips(List<Skip> skips, String caption) {
        rows(skips, caption, List.of("Code", "Records", "Why"), this::skip, "");
    }

    <T> void rows(List<T> all, String caption, List<String> head, Consumer<T> write, String none) {
        if (all.isEmpty()) {
            html.element("p", none);
            return;
        }
        new Table(html).write(caption, head, () -> all.stream().limit(most).forEach(write));
        if (all.size() > most) {
            html.element("p", "and " + Words.grouped(all.size() - most) + " more", "class", "quiet");
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
