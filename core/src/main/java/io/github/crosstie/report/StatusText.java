package io.github.crosstie.report;

import io.github.crosstie.fault.Incubating;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the sync of a user fares, as a table (S18). */
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
            "at cap");

    private static final List<String> UNITS = List.of(" d", " h", " min", " s");

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
        rows.forEach(row -> line(text, row, rows));
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

    private static List<String> row(FlowStatus flow, Instant now) {
        FlowCounts counts = flow.counts();
        return List.of(
                flow.kind().toString(),
                flow.direction().toString(),
                flow.stage().toString(),
                flow.lastSuccess() == null ? "never" : flow.lastSuccess().toString(),
                flow.lag(now).map(StatusText::words).orElse("none"),
                flow.nextDue() == null ? "" : flow.nextDue().toString(),
                Integer.toString(counts.linked()),
                Integer.toString(counts.unapplied()),
                Integer.toString(counts.quarantined()),
                Integer.toString(counts.held()),
                Integer.toString(counts.atCap()));
    }

    /** The two largest units: nobody wants to know the seconds of a week. */
    private static String words(Duration lag) {
        long[] parts = {lag.toDays(), lag.toHoursPart(), lag.toMinutesPart(), lag.toSecondsPart()};
        int first = 0;
        while (first < parts.length - 1 && parts[first] == 0) {
            first++;
        }
        String words = parts[first] + UNITS.get(first);
        return first == parts.length - 1 || parts[first + 1] == 0
                ? words
                : words + " " + parts[first + 1] + UNITS.get(first + 1);
    }

    private static void line(StringBuilder text, List<String> row, List<List<String>> rows) {
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width =
                    rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
            text.append("  ").append(row.get(column));
            text.append(" "
                    .repeat(
                            column == row.size() - 1
                                    ? 0
                                    : width - row.get(column).length()));
        }
        text.append('\n');
    }
}
