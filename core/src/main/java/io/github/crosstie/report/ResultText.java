package io.github.crosstie.report;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of syncing one user: what was written, what waits or was left alone and why, and when to come back (S19). */
public final class ResultText {

    /** Of how many records of one code the reason is told. */
    private static final int MOST_REASONS = 3;

    private ResultText() {}

    /**
     * Renders whose result it is, and the result, for whoever syncs many. Otherwise as {@link #of(SyncResult)}.
     *
     * @param user who was synced
     * @param result the result
     * @return a line that names user and organization by their ids, and the text of the result
     */
    public static String of(OrganizationUser user, SyncResult result) {
        return "user " + user.user() + " of organization " + user.organization() + "\n" + of(result);
    }

    /**
     * Renders a result without personal data: numbers, codes, ids of records and reasons, no values and no addresses. What a
     * system says of a record that it refuses is left out, as nobody knows what it repeats; its code is there.
     *
     * @param result the result
     * @return the text, which ends with a line break
     */
    public static String of(SyncResult result) {
        if (result instanceof SyncResult.Synced synced) {
            StringBuilder text = new StringBuilder();
            synced.rounds().forEach((kind, report) -> round(text, kind, report));
            return text.isEmpty()
                    ? "nothing flows: the configuration switches contacts and events off\n"
                    : text.toString();
        }
        if (result instanceof SyncResult.Held held) {
            return held.conflicts().stream()
                    .map(conflict -> conflict.kind().toString())
                    .distinct()
                    .collect(Collectors.joining(", ", "not synced: held by ", "; resolve the conflicts first\n"));
        }
        if (result instanceof SyncResult.NotEnrolled none) {
            return "not synced: " + none.why().status() + "; assign an active configuration to an active user\n";
        }
        return "not synced: " + Plain.text(((SyncResult.NoMailbox) result).reason()) + "\n";
    }

    private static void round(StringBuilder text, ItemKind kind, RoundReport report) {
        text.append(kind).append(": ").append(report.writes()).append(" written\n");
        for (Side side : Side.values()) {
            writes(text, side, report);
        }
        if (!report.isWhole()) {
            text.append(
                    "  the numbers of each side, and of pairs that parted, are those of the beginning of a very large round\n");
        }
        parted(text, report.outcomes());
        int overwritten = report.totals().journalLines();
        if (overwritten > 0) {
            text.append("  ")
                    .append(Counted.of(
                            overwritten,
                            "value was overwritten; it is in the journal",
                            "values were overwritten; they are in the journal"))
                    .append('\n');
        }
        int dropped = report.totals().journalDropped();
        if (dropped > 0) {
            text.append("  ")
                    .append(Counted.of(
                            dropped,
                            "line of the journal was dropped: it was older than the journal is kept",
                            "lines of the journal were dropped: they were older than the journal is kept"))
                    .append('\n');
        }
        Map<OutcomeCode, Integer> left = new TreeMap<>(report.totals().outcomes());
        left.remove(OutcomeCode.DONE);
        left.remove(OutcomeCode.CONFLICT_RESOLVED);
        report.stopped().ifPresent(stop -> left.computeIfPresent(stop.code(), (code, count) -> count - 1));
        left.forEach((code, count) -> {
            if (count > 0) {
                code(text, code, count, report.outcomes());
            }
        });
        report.stopped()
                .ifPresent(stop -> text.append("  stopped early: ")
                        .append(stop.code())
                        .append(": ")
                        .append(Plain.text(stop.message()))
                        .append('\n'));
        report.nextDue()
                .ifPresent(due -> text.append("  next due: ").append(due).append('\n'));
    }

    /** Of those that parted before, and are left alone for it, the code alone tells. */
    private static void parted(StringBuilder text, List<Outcome> outcomes) {
        int parted = (int) outcomes.stream()
                .filter(outcome ->
                        outcome instanceof Outcome.Applied applied && applied.change() instanceof PlannedChange.Detach)
                .count();
        if (parted > 0) {
            text.append("  ")
                    .append(Counted.of(parted, "pair parted", "pairs parted"))
                    .append(", as one record was deleted; the other stays\n");
        }
    }

    private static void writes(StringBuilder text, Side side, RoundReport report) {
        int created = 0;
        int updated = 0;
        int deleted = 0;
        for (Outcome outcome : report.outcomes()) {
            if (outcome instanceof Outcome.Applied applied
                    && applied.change() instanceof PlannedChange.RemoteWrite write
                    && write.side() == side) {
                if (write instanceof PlannedChange.Create) {
                    created++;
                } else if (write instanceof PlannedChange.Update) {
                    updated++;
                } else {
                    deleted++;
                }
            }
        }
        text.append("  ")
                .append(side)
                .append(": ")
                .append(created)
                .append(" created, ")
                .append(updated)
                .append(" updated, ")
                .append(deleted)
                .append(" deleted\n");
    }

    private static void code(StringBuilder text, OutcomeCode code, int count, List<Outcome> outcomes) {
        text.append("  ").append(code).append(": ").append(count).append('\n');
        List<Outcome> some = outcomes.stream()
                .filter(outcome -> outcome.code() == code && !(outcome instanceof Outcome.Stopped))
                .limit(MOST_REASONS)
                .toList();
        for (Outcome outcome : some) {
            text.append("    ");
            if (!outcome.records().isEmpty()) {
                text.append(Plain.text(outcome.records())).append(": ");
            }
            text.append(Plain.text(OutcomeReason.of(outcome))).append('\n');
        }
        if (count > some.size()) {
            text.append("    and ").append(count - some.size()).append(" more\n");
        }
    }
}
