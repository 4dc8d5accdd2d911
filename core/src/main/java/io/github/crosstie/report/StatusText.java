package io.github.crosstie.report;

import io.github.crosstie.fault.Incubating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the sync of a user or of an organization fares, as a table (S18). */
@Incubating
public final class StatusText {

    private static final List<String> HEAD = List.of(
            "kind",
            "direction",
            "stage",
            "last success",
            "lag",
            "next due",
            "linked",
            "unapplied",
            "quarantined",
            "held",
            "at cap",
            "would notify");

    private StatusText() {}

    /**
     * Renders a status without personal data: ids, stages, numbers and reasons.
     *
     * @param status the status
     * @return a line that says who, a table with a line for each element of the vector, and under it why one is not further; ends
     *     with a line break
     */
    public static String of(UserStatus status) {
        StringBuilder text = new StringBuilder("user ").append(status.user());
        text.append(" of organization ").append(status.organization());
        if (status.configuration() != null) {
            text.append(" by configuration ").append(status.configuration());
        }
        text.append('\n');
        if (status.flows().isEmpty()) {
            return text.append("  nothing flows: ")
                    .append(Plain.text(status.reason()))
                    .append('\n')
                    .toString();
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        status.flows().forEach(flow -> rows.add(row(flow, status.at())));
        TextTable.add(text, rows);
        status.flows().stream()
                .filter(flow -> !flow.reason().isEmpty())
                .forEach(flow -> text.append("  ")
                        .append(flow.kind())
                        .append(' ')
                        .append(flow.direction())
                        .append(": ")
                        .append(Plain.text(flow.reason()))
                        .append('\n'));
        return text.toString();
    }

    /**
     * Renders how an organization fares, without personal data.
     *
     * @param status the status
     * @return a line that says how many users are at which stage, a table with lines for each configuration and for all of them
     *     together, and under it what is in the way and of how many; ends with a line break
     */
    public static String of(OrganizationStatus status) {
        return SummaryText.of(status);
    }

    private static List<String> row(FlowStatus flow, Instant now) {
        FlowCounts counts = flow.counts();
        return List.of(
                flow.kind().toString(),
                flow.direction().toString(),
                flow.stage().toString(),
                flow.lastSuccess() == null ? "never" : flow.lastSuccess().toString(),
                flow.lag(now).map(Plain::text).orElse("none"),
                flow.nextDue() == null ? "" : flow.nextDue().toString(),
                Long.toString(counts.linked()),
                Long.toString(counts.unapplied()),
                Long.toString(counts.quarantined()),
                Long.toString(counts.held()),
                Long.toString(counts.atCap()),
                Long.toString(counts.wouldNotify()));
    }
}
