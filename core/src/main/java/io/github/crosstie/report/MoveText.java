package io.github.crosstie.report;

import io.github.crosstie.configuration.Retirement;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.move.CollectionMove;
import io.github.crosstie.move.Decision;
import io.github.crosstie.move.MovePlan;
import io.github.crosstie.move.MoveProof;
import io.github.crosstie.move.MoveReadiness;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MovedRecord;
import io.github.crosstie.move.Rung;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the move of a mailbox comes to, and which mailboxes must move, for people (S22). Shows ids, numbers and reasons, no values. */
@Incubating
public final class MoveText {

    private static final int MOST = 20;

    private MoveText() {}

    /**
     * Renders a plan.
     *
     * @param plan the plan
     * @return some lines for each kind of record: what was found by what, what was not, what the proof says, what keeps it; each ends
     *     with a line break
     */
    public static String of(MovePlan plan) {
        StringBuilder text = new StringBuilder();
        plan.collections().forEach(collection -> collection(text, collection));
        return text.toString();
    }

    /**
     * Renders what came of a move in one line, without a line break at its end.
     *
     * @param result the result
     * @return such as {@code moved: 120 linked, 0 created, 0 deleted}
     */
    public static String line(MoveResult result) {
        MovePlan plan = result.plan();
        if (result instanceof MoveResult.Refused) {
            return "not moved: "
                    + plan.collections().stream()
                            .flatMap(collection -> collection.blockers().stream()
                                    .map(blocker ->
                                            collection.collection().kind() + ": " + Plain.text(blocker.message())))
                            .distinct()
                            .collect(Collectors.joining("; "));
        }
        return "moved: " + plan.linked() + " linked, " + plan.created() + " created, " + plan.deleted() + " deleted";
    }

    /**
     * Renders which mailboxes must move.
     *
     * @param readiness the report
     * @return a line on the deadline, and one for each mailbox; each ends with a line break
     */
    public static String of(MoveReadiness readiness) {
        StringBuilder text = new StringBuilder();
        for (MoveReadiness.Stage stage : MoveReadiness.Stage.values()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(readiness.at(stage).size())
                    .append(' ')
                    .append(stage);
        }
        Retirement deadline = readiness.deadline();
        text.append("; ")
                .append(deadline == null ? "no deadline" : deadline(readiness, deadline))
                .append('\n');
        for (MoveReadiness.Row row : readiness.rows()) {
            text.append("  ").append(row.user()).append(' ').append(row.stage());
            row.reasons().forEach(reason -> text.append("\n    ").append(Plain.text(reason)));
            text.append('\n');
        }
        return text.toString();
    }

    private static String deadline(MoveReadiness readiness, Retirement deadline) {
        long days = readiness.daysLeft().orElseThrow();
        return Plain.text(deadline.what())
                + (days < 0 ? ": retired since " + -days + " days" : ": " + days + " days left");
    }

    private static void collection(StringBuilder text, CollectionMove move) {
        text.append(move.collection().kind()).append(": ").append(move.linked()).append(" found");
        String rungs =
                move.found().entrySet().stream().map(MoveText::rung).collect(Collectors.joining(", ", " (", ")"));
        text.append(move.linked() == 0 ? "" : rungs)
                .append(", ")
                .append(move.unfound().size())
                .append(" not found\n");
        move.unfound().stream()
                .limit(MOST)
                .forEach(record -> text.append("  ").append(unfound(record)).append('\n'));
        if (move.unfound().size() > MOST) {
            text.append("  and ").append(move.unfound().size() - MOST).append(" more\n");
        }
        if (move.isCommittable()) {
            text.append("  next round: ").append(proof(move.proof())).append('\n');
        }
        move.blockers()
                .forEach(blocker -> text.append("  blocked: ")
                        .append(Plain.text(blocker.message()))
                        .append('\n'));
    }

    private static String rung(Map.Entry<Rung, Integer> entry) {
        return entry.getValue() + " by " + entry.getKey();
    }

    private static String unfound(MovedRecord record) {
        if (record instanceof MovedRecord.Ambiguous unclear) {
            return "link " + unclear.link() + ": ambiguous, could be " + unclear.candidates()
                    + decision(unclear.decision());
        }
        MovedRecord.Orphaned orphan = (MovedRecord.Orphaned) record;
        return "link " + orphan.link() + of(orphan.counterpart()) + ": orphaned, was " + orphan.from() + " ("
                + orphan.removal() + ")" + decision(orphan.decision());
    }

    private static String of(@Nullable ItemId counterpart) {
        return counterpart == null ? "" : " of CRM record " + counterpart;
    }

    private static String decision(@Nullable Decision decision) {
        if (decision == null) {
            return "; undecided";
        }
        if (decision instanceof Decision.Choose choice) {
            return "; decided to be " + choice.to();
        }
        return decision instanceof Decision.Recreate ? "; to be created again" : "; to be detached";
    }

    private static String proof(MoveProof proof) {
        return proof.created() + " created, " + proof.deleted() + " deleted, " + proof.unlinked() + " unlinked, "
                + proof.updated() + " updated, " + proof.waiting() + " that people left to do";
    }
}
