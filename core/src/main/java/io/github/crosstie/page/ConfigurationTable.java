package io.github.crosstie.page;

import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.FlowSummary;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.StatusSummary;
import java.time.Instant;
import java.util.List;

/** The configurations of an organization, way by way of each kind, with a sum if there is more than one. */
final class ConfigurationTable {

    private static final List<String> HEAD = List.of(
            "Configuration",
            "Records",
            "#Users",
            "Worst",
            "Stages",
            "All succeeded since",
            "#Lag",
            "Next due",
            "#Linked",
            "#Unapplied",
            "Waiting");

    private final Html html;
    private final Table table;

    ConfigurationTable(Html html) {
        this.html = html;
        table = new Table(html);
    }

    void write(OrganizationStatus status) {
        table.writeGroups("Organization " + status.organization(), HEAD, () -> {
            status.configurations().forEach((id, sum) -> rows(id.value(), sum, status.at()));
            if (status.configurations().size() > 1) {
                rows("All", status.summary(), status.at());
            }
        });
    }

    private void rows(String name, StatusSummary sum, Instant now) {
        table.group(() -> {
            int headOf = sum.flows().size();
            for (FlowSummary flow : sum.flows()) {
                row(name, flow, now, headOf);
                headOf = 0;
            }
        });
    }

    /** The first row of a configuration says whose all of them are. */
    private void row(String name, FlowSummary flow, Instant now, int headOf) {
        FlowCounts counts = flow.counts();
        html.inside(
                "tr",
                () -> {
                    if (headOf > 0) {
                        table.groupHead(headOf, () -> html.element("code", name));
                    }
                    table.cell(() -> Words.way(html, flow.kind(), flow.direction()))
                            .number(flow.users())
                            .cell(() -> Words.chip(html, flow.worst()))
                            .cell(() -> StageBar.write(html, flow.stages(), "bar mini"))
                            .cell(() -> Words.moment(html, flow.lastSuccess(), "never"));
                    lag(flow, now);
                    table.cell(() -> Words.moment(html, flow.nextDue(), ""))
                            .number(counts.linked())
                            .number(counts.unapplied())
                            .reasons(Words.waiting(counts));
                },
                "class",
                headOf > 0 ? "" : "continued");
    }

    private void lag(FlowSummary flow, Instant now) {
        flow.lag(now)
                .ifPresentOrElse(
                        lag -> html.element("td", lag, "class", "number"),
                        () -> html.element("td", "none", "class", "number zero"));
    }
}
