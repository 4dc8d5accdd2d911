package io.github.crosstie.page;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.UserStatus;
import java.util.List;

/** Users, the worst first, with a row for each way of each kind. */
final class UserTable {

    private static final List<String> HEAD = List.of(
            "User",
            "Configuration",
            "Records",
            "Stage",
            "Last success",
            "#Lag",
            "Next due",
            "#Linked",
            "#Unapplied",
            "Waiting");

    private final Html html;
    private final Who who;
    private final Table table;

    UserTable(Html html, Who who) {
        this.html = html;
        this.who = who;
        table = new Table(html);
    }

    void write(List<UserStatus> users) {
        if (users.isEmpty()) {
            html.element("p", "Nobody is enrolled.", "class", "quiet");
            return;
        }
        table.writeGroups(
                "Who needs somebody comes first",
                HEAD,
                () -> StatusPage.worstFirst(users).stream()
                        .limit(StatusPage.MOST)
                        .forEach(status -> table.group(() -> rows(status))));
        StatusPage.more(html, users.size(), "users, none of them worse");
    }

    private void rows(UserStatus status) {
        int rows = Math.max(1, status.flows().size());
        if (status.flows().isEmpty()) {
            html.inside("tr", () -> {
                head(status, rows);
                html.element(
                        "td",
                        "Nothing flows: " + status.reason(),
                        "colspan",
                        String.valueOf(HEAD.size() - 1),
                        "class",
                        "quiet");
            });
        }
        boolean first = true;
        for (FlowStatus flow : status.flows()) {
            row(status, flow, first ? rows : 0);
            first = false;
        }
    }

    private Table head(UserStatus status, int rows) {
        return table.groupHead(rows, () -> who.put(html, status.organization(), status.user()));
    }

    /** The first row of a user says whose all of them are. */
    private void row(UserStatus status, FlowStatus flow, int headOf) {
        FlowCounts counts = flow.counts();
        ConfigurationId configuration = status.configuration();
        html.inside(
                "tr",
                () -> {
                    if (headOf > 0) {
                        head(status, headOf).groupCell(headOf, configuration == null ? "" : configuration.value());
                    }
                    table.cell(() -> Words.way(html, flow.kind(), flow.direction()))
                            .cell(() -> Words.chip(html, flow.stage()))
                            .cell(() -> Words.moment(html, flow.lastSuccess(), "never"));
                    flow.lag(status.at())
                            .ifPresentOrElse(
                                    lag -> html.element("td", lag, "class", "number"),
                                    () -> html.element("td", "none", "class", "number zero"));
                    table.cell(() -> Words.moment(html, flow.nextDue(), ""))
                            .number(counts.linked())
                            .number(counts.unapplied())
                            .reasons(Words.waiting(counts));
                },
                "class",
                headOf > 0 ? "" : "continued");
    }
}
