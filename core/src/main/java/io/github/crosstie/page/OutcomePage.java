package io.github.crosstie.page;

import io.github.crosstie.conflict.Severity;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.Guidance;
import io.github.crosstie.report.OutcomeLine;
import io.github.crosstie.report.OutcomeReport;
import java.util.List;

/**
 * Every outcome as one page, by cause, errors first, each cause with what it means and what to do (S19). Of very many outcomes of one
 * cause it shows the first and says how many more there are; filter the report to see others. Subjects are there only if the report
 * has them: a line whose subject is masked or not known has none.
 */
@Incubating
public final class OutcomePage {

    /** How many outcomes of one code a page shows at most. */
    public static final int MOST = 500;

    private static final List<String> HEAD = List.of("User", "Records", "CRM id", "Mailbox id", "Fields", "Message");
    private static final List<String> HEAD_WITH_SUBJECT =
            List.of("User", "Records", "CRM id", "Mailbox id", "Fields", "Subject", "Message");

    private final OutcomeReport report;
    private final Who who;
    private final Page page = new Page();
    private final Html html = page.html();

    private OutcomePage(OutcomeReport report) {
        this.report = report;
        who = Who.among(
                report.lines().stream().map(line -> line.context().user().organization()));
    }

    /**
     * Writes the page. The same report gives the same text.
     *
     * @param title what it is about, such as the name of the run
     * @param report the outcomes
     * @return a whole HTML document, to be kept or sent in UTF-8
     */
    public static String html(String title, OutcomeReport report) {
        return new OutcomePage(report).write(title);
    }

    private String write(String title) {
        page.section("overview", "Overview", this::overview);
        report.byCode()
                .forEach((code, lines) -> page.section("code-" + code, code.toString(), () -> section(code, lines)));
        return page.write(title, () -> {
            html.text("Every outcome by cause, errors first");
            report.lines().stream().findFirst().ifPresent(line -> {
                html.text(", ");
                Words.moment(html, line.context().at(), "");
            });
        });
    }

    private void overview() {
        Tiles tiles = new Tiles(html);
        tiles.write(() -> {
            for (Severity severity : Severity.values()) {
                long count = report.lines().stream()
                        .filter(line -> line.severity() == severity)
                        .count();
                tiles.tile(Words.icon(severity), Words.color(severity), Words.of(severity), Words.grouped(count));
            }
        });
        OutcomeCards.omitted(html, report);
        if (report.lines().isEmpty() && report.omitted() == 0) {
            html.element("p", "There is no outcome.");
        }
    }

    private void section(OutcomeCode code, List<OutcomeLine> lines) {
        Guidance guidance = Guidance.of(code);
        html.inside(
                "div",
                () -> {
                    html.inside("h3", () -> {
                        Words.chip(html, code.severity());
                        html.element("span", Words.count(lines.size(), "outcome", "outcomes"), "class", "quiet");
                    });
                    html.element("p", guidance.meaning());
                    OutcomeCards.remedy(html, guidance);
                },
                "class",
                "card " + Words.color(code.severity()));
        boolean subjects = lines.stream().anyMatch(line -> line.subject() != null);
        new Table(html)
                .write(
                        "Where it happened",
                        subjects ? HEAD_WITH_SUBJECT : HEAD,
                        () -> lines.stream().limit(MOST).forEach(line -> row(line, subjects)));
        if (lines.size() > MOST) {
            html.element("p", "and " + Words.grouped(lines.size() - MOST) + " more", "class", "quiet");
        }
    }

    private void row(OutcomeLine line, boolean subjects) {
        OutcomeLine.Context context = line.context();
        html.inside("tr", () -> {
            Table row = new Table(html)
                    .rowHead(() -> who.put(
                            html, context.user().organization(), context.user().user()))
                    .cell(context.kind() == null ? "" : Words.of(context.kind()))
                    .cell(() -> html.element("code", line.ids(Side.CRM)))
                    .cell(() -> html.element("code", line.ids(Side.MAIL)))
                    .cell(String.join(", ", line.fields()));
            if (subjects) {
                row.cell(line.subject() == null ? "" : line.subject());
            }
            row.cell(line.message());
        });
    }
}
