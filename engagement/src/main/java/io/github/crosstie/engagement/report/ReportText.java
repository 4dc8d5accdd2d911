package io.github.crosstie.engagement.report;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.apply.ChangeOutcome;
import io.github.crosstie.engagement.apply.UnitReport;
import java.util.ArrayList;
import java.util.List;

/** What came of a plan as text without personal data: the numbers, and each change that was not made, or not wholly. */
public final class ReportText {

    private ReportText() {}

    /**
     * The whole report.
     *
     * @param report the report
     * @return lines, each ended by a line feed
     */
    public static String of(ApplyReport report) {
        List<String> lines = new ArrayList<>();
        report.units().forEach(unit -> add(unit, lines));
        return String.join("\n", lines) + "\n";
    }

    private static void add(UnitReport unit, List<String> lines) {
        long already = unit.outcomes().stream()
                .filter(ChangeOutcome.AlreadyMade.class::isInstance)
                .count();
        lines.add("Business unit " + unit.unit() + ": " + unit.written() + " written, " + already + " made before, "
                + (unit.outcomes().size() - unit.written() - already) + " not made");
        if (unit.stopped() != null) {
            lines.add("  stopped: " + unit.stopped());
        }
        unit.outcomes().stream()
                .filter(outcome -> !outcome.isMade() || !outcome.notCarried().isEmpty())
                .forEach(
                        outcome -> lines.add("  " + Spelling.of(outcome.change().kind()) + " user "
                                + outcome.change().user() + ": " + outcome.message()));
    }
}
