package io.github.crosstie.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Collectors;

/** How the sync of an organization fares, as a table of its configurations. */
final class SummaryText {

    private static final List<String> HEAD = List.of(
            "configuration",
            "kind",
            "direction",
            "users",
            "worst",
            "all succeeded since",
            "lag",
            "next due",
            "linked",
            "unapplied",
            "quarantined",
            "held",
            "at cap",
            "would notify",
            "stages");

    private SummaryText() {}

    static String of(OrganizationStatus status) {
        StatusSummary all = status.summary();
        StringBuilder text = new StringBuilder("organization ").append(Plain.text(status.organization()));
        text.append(": ").append(all.users()).append(all.users() == 1 ? " user enrolled" : " users enrolled");
        text.append(all.stages().isEmpty() ? "" : ": ")
                .append(stages(all.stages()))
                .append('\n');
        if (!all.flows().isEmpty()) {
            List<List<String>> rows = new ArrayList<>(List.of(HEAD));
            status.configurations().forEach((configuration, sum) -> add(rows, configuration.value(), sum, status.at()));
            add(rows, "(all)", all, status.at());
            TextTable.add(text, rows);
        }
        for (Cause cause : Cause.of(status.users())) {
            text.append("  ")
                    .append(cause.stage())
                    .append(", ")
                    .append(cause.users().size());
            text.append(cause.users().size() == 1 ? " user: " : " users: ");
            text.append(Plain.text(cause.reason())).append('\n');
        }
        return text.toString();
    }

    private static void add(List<List<String>> rows, String name, StatusSummary sum, Instant now) {
        sum.flows().forEach(flow -> rows.add(row(name, flow, now)));
    }

    private static List<String> row(String name, FlowSummary flow, Instant now) {
        FlowCounts counts = flow.counts();
        return List.of(
                Plain.text(name),
                flow.kind().toString(),
                flow.direction().toString(),
                Integer.toString(flow.users()),
                flow.worst().toString(),
                flow.lastSuccess() == null ? "never" : flow.lastSuccess().toString(),
                flow.lag(now).map(Plain::text).orElse("none"),
                flow.nextDue() == null ? "" : flow.nextDue().toString(),
                Long.toString(counts.linked()),
                Long.toString(counts.unapplied()),
                Long.toString(counts.quarantined()),
                Long.toString(counts.held()),
                Long.toString(counts.atCap()),
                Long.toString(counts.wouldNotify()),
                stages(flow.stages()));
    }

    /** Best first, as it is mostly what there is most of. */
    private static String stages(NavigableMap<Stage, Integer> stages) {
        List<Stage> bestFirst = new ArrayList<>(Stage.worstFirst());
        Collections.reverse(bestFirst);
        return bestFirst.stream()
                .filter(stages::containsKey)
                .map(stage -> stages.get(stage) + " " + stage)
                .collect(Collectors.joining(", "));
    }
}
