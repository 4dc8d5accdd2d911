package io.github.crosstie.report;

import io.github.crosstie.assignment.RosterDifference;
import io.github.crosstie.assignment.RosterDifference.Change;
import io.github.crosstie.assignment.RosterDifference.Kind;
import io.github.crosstie.fault.Incubating;

/** Who syncs otherwise, user by user: {@code +} begins, {@code -} ends, {@code ~} goes on by another configuration. */
@Incubating
public final class RosterDifferenceText {

    private RosterDifferenceText() {}

    /**
     * Renders a difference, without names or addresses of users.
     *
     * @param difference the difference
     * @return the text, which ends with a line break
     */
    public static String of(RosterDifference difference) {
        StringBuilder text = new StringBuilder();
        text.append("organization ")
                .append(Plain.text(difference.organization()))
                .append(": ")
                .append(difference.ofKind(Kind.BEGINS).size())
                .append(" begin to sync, ")
                .append(difference.ofKind(Kind.ENDS).size())
                .append(" end, ")
                .append(difference.ofKind(Kind.MOVES).size())
                .append(" change their configuration\n");
        difference.changes().forEach(change -> line(text, change));
        return text.toString();
    }

    private static void line(StringBuilder text, Change change) {
        text.append(mark(change.kind())).append("user ").append(Plain.text(change.user()));
        if (change.before() != null) {
            text.append(", until now by ").append(Plain.text(change.before()));
        }
        if (change.after() != null) {
            text.append(", by ").append(Plain.text(change.after()));
        }
        text.append(": ").append(Plain.text(change.why())).append('\n');
        if (!change.certain()) {
            text.append(
                    "    ! a membership cannot be read, so this is not certain; nothing is removed on its strength\n");
        }
    }

    private static String mark(Kind kind) {
        return switch (kind) {
            case BEGINS -> "  + ";
            case ENDS -> "  - ";
            case MOVES -> "  ~ ";
        };
    }
}
