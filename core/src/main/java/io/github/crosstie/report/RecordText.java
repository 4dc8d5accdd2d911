package io.github.crosstie.report;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;

/** Why one record is written, held or left alone, and when it is looked at again (S19). */
@Incubating
public final class RecordText {

    private RecordText() {}

    /**
     * What a plan does about a record, without values of fields.
     *
     * @param plan the plan
     * @param record the record, by its side and its id there
     * @return the text, which ends with a line break
     */
    public static String of(SyncPlan plan, RecordKey record) {
        ItemKind kind = plan.header().collection().kind();
        StringBuilder text = new StringBuilder();
        plan.changes().stream()
                .filter(change -> change.records().contains(record))
                .forEach(change -> text.append(PlanText.change(change, kind, false)));
        plan.skips().stream()
                .filter(skip -> skip.records().contains(record))
                .forEach(skip -> text.append(PlanText.skip(skip, kind, false)).append(again(skip)));
        return head(record) + (text.isEmpty() ? idle("the plan") : text);
    }

    /**
     * What a round did about a record, without values of fields. What a system says of a record that it refuses is left
     * out, as nobody knows what it repeats; its code is there.
     *
     * @param report the round
     * @param record the record, by its side and its id there
     * @return the text, which ends with a line break
     */
    public static String of(RoundReport report, RecordKey record) {
        StringBuilder text = new StringBuilder();
        report.outcomes().stream()
                .filter(outcome -> outcome.records().contains(record))
                .forEach(outcome -> outcome(text, outcome));
        String unless = report.isWhole() ? "" : "  of a very large round the report keeps the beginning alone\n";
        return head(record) + (text.isEmpty() ? idle("the round") + unless : text);
    }

    private static String head(RecordKey record) {
        return Plain.text(record) + "\n";
    }

    private static void outcome(StringBuilder text, Outcome outcome) {
        text.append("  ")
                .append(outcome.code())
                .append(": ")
                .append(Plain.text(OutcomeReason.of(outcome)))
                .append('\n');
        if (outcome instanceof Outcome.Skipped skipped) {
            text.append(again(skipped.skip()));
        }
    }

    private static String again(Skip skip) {
        Waiting waiting = skip.waiting();
        if (waiting == null) {
            return "      every round looks at it again\n";
        }
        StringBuilder text = new StringBuilder("      it is looked at again when it changes");
        if (waiting.keys().contains(Waiting.AT_CAP)) {
            text.append(", or when another record leaves");
        }
        if (waiting.keys().contains(Waiting.BEHIND_UNREADABLE)) {
            text.append(", or when the other record can be read");
        }
        if (!waiting.matchKeys().isEmpty()) {
            text.append(", or when a record that might be its counterpart turns up or goes away");
        }
        if (waiting.until() != null) {
            text.append(", and at ").append(waiting.until());
        }
        return text.append('\n').toString();
    }

    private static String idle(String what) {
        return "  nothing: " + what
                + " neither changes it nor comes upon a reason to leave it alone; both sides agree, it waits for"
                + " what an earlier round said, or it is out of view\n";
    }
}
