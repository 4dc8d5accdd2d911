package io.github.crosstie.engagement.report;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.apply.Drift;
import io.github.crosstie.engagement.apply.DriftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A drift report as text without personal data. */
public final class DriftText {

    private DriftText() {}

    /**
     * The whole report.
     *
     * @param report the report
     * @return lines, each ended by a line feed
     */
    public static String of(DriftReport report) {
        List<String> lines = new ArrayList<>();
        for (DriftReport.UnitDrift unit : report.units()) {
            lines.add("Business unit " + unit.name() + ": " + unit.inStep() + " in step, "
                    + unit.drifts().size() + " not" + (unit.complete() ? "" : "; its listing is not complete")
                    + (unit.membershipsKnown() ? "" : "; a membership of its sets cannot be read"));
            unit.drifts().forEach(drift -> lines.add("  " + line(drift)));
        }
        report.unreached()
                .forEach(unit -> lines.add("Business unit " + unit.unit() + " not looked at: " + unit.message()));
        return String.join("\n", lines) + "\n";
    }

    private static String line(Drift drift) {
        String who = drift.user() == null ? "unit's user " + drift.target() : "user " + drift.user();
        String fields = drift.fields().stream().map(Spelling::of).collect(Collectors.joining(", "));
        return Spelling.of(drift.kind()) + ": " + who + (fields.isEmpty() ? "" : ", " + fields) + ": "
                + drift.reason().text() + " (" + drift.reason().rule() + ")";
    }
}
