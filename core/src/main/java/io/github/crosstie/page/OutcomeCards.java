package io.github.crosstie.page;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.conflict.Severity;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.Guidance;
import io.github.crosstie.report.OutcomeLine;
import io.github.crosstie.report.OutcomeReport;
import java.util.List;

/** What could not be done or was left alone, by cause, each with its remedy and its first records. */
final class OutcomeCards {

    private static final int MOST_RECORDS = 5;
    private static final List<String> HEAD = List.of("Outcome", "Severity", "#How often", "What it means");

    private final Html html;
    private final Who who;

    OutcomeCards(Html html, Who who) {
        this.html = html;
        this.who = who;
    }

    /** Everything in numbers; warnings and errors one by one: a status is about what somebody should care about. */
    void write(OutcomeReport report) {
        OutcomeReport grave = report.atLeast(Severity.WARNING);
        if (!report.lines().isEmpty()) {
            new Table(html)
                    .write("How often each outcome", HEAD, () -> report.byCode().forEach(this::row));
        }
        if (grave.lines().isEmpty() && grave.omitted() == 0) {
            html.element("p", "There is no error and no warning.");
        }
        omitted(html, grave);
        grave.byCode().forEach(this::card);
    }

    private void row(OutcomeCode code, List<OutcomeLine> lines) {
        html.inside(
                "tr",
                () -> new Table(html)
                        .rowHead(code.toString())
                        .cell(() -> Words.chip(html, code.severity()))
                        .number(lines.size())
                        .cell(Guidance.of(code).meaning()));
    }

    /** What very large rounds had besides: of which severity, nobody has kept. */
    static void omitted(Html html, OutcomeReport report) {
        if (report.omitted() > 0) {
            html.element(
                    "p",
                    "The rounds were very large: "
                            + Words.count(report.omitted(), "more outcome is", "more outcomes are")
                            + " not in this report.");
        }
    }

    private void card(OutcomeCode code, List<OutcomeLine> lines) {
        Guidance guidance = Guidance.of(code);
        html.inside(
                "article",
                () -> {
                    html.inside("h3", () -> {
                        Words.chip(html, code.severity());
                        html.element("code", code)
                                .element("span", Words.count(lines.size(), "outcome", "outcomes"), "class", "quiet");
                    });
                    html.element("p", guidance.meaning());
                    html.inside("ul", () -> {
                        lines.stream().limit(MOST_RECORDS).forEach(this::record);
                        if (lines.size() > MOST_RECORDS) {
                            html.element(
                                    "li",
                                    "and " + Words.grouped(lines.size() - MOST_RECORDS) + " more",
                                    "class",
                                    "quiet");
                        }
                    });
                    remedy(html, guidance);
                },
                "class",
                "card " + Words.color(code.severity()));
    }

    private void record(OutcomeLine line) {
        html.inside("li", () -> {
            OrganizationUser user = line.context().user();
            who.put(html, user.organization(), user.user());
            for (Side side : Side.values()) {
                if (!line.ids(side).isEmpty()) {
                    html.text(", " + Words.of(side) + " ").element("code", line.ids(side));
                }
            }
            html.text(": " + line.message());
        });
    }

    static void remedy(Html html, Guidance guidance) {
        html.inside(
                "p",
                () -> html.element("strong", "What to do: ")
                        .text(guidance.remedy() + " ")
                        .element("span", "(" + Words.of(guidance.retry()) + ")", "class", "quiet"),
                "class",
                "remedy");
    }
}
