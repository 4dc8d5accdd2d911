package io.github.crosstie.report;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.conflict.Conflict;
import io.github.crosstie.conflict.ConflictKind;
import io.github.crosstie.conflict.ConflictReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What clashes, kind by kind, each finding with its remedy. Mailboxes appear masked. */
public final class ConflictsText {

    private ConflictsText() {}

    /**
     * Renders a report.
     *
     * @param report the report
     * @param each how many findings of each kind are told; the others are only counted, with 0 all of them
     * @return the text
     * @throws IllegalArgumentException if {@code each} is negative
     */
    public static String of(ConflictReport report, int each) {
        if (each < 0) {
            throw new IllegalArgumentException("findings of each kind: " + each + "; use 0 or more");
        }
        Map<ConflictKind, List<Conflict>> byKind = new TreeMap<>();
        for (Conflict conflict : report.conflicts()) {
            byKind.computeIfAbsent(conflict.kind(), none -> new ArrayList<>()).add(conflict);
        }
        StringBuilder text = new StringBuilder();
        byKind.forEach((kind, found) -> {
            text.append(kind.code()).append(' ').append(Spelling.of(kind.severity()));
            text.append(", ")
                    .append(Spelling.of(kind))
                    .append(": ")
                    .append(found.size())
                    .append('\n');
            found.stream().limit(each).forEach(conflict -> add(text, conflict));
            if (each > 0 && found.size() > each) {
                text.append("  and ").append(found.size() - each).append(" more\n");
            }
        });
        return text.append(end(report)).append('\n').toString();
    }

    private static String end(ConflictReport report) {
        int found = report.conflicts().size();
        int held = report.heldUsers().size();
        if (found == 0) {
            return "no findings";
        }
        String findings = Counted.of(found, "finding", "findings");
        return held == 0
                ? findings + "; nobody is held"
                : findings + "; " + (found == 1 ? "it holds " : "they hold ") + Counted.of(held, "user", "users");
    }

    private static void add(StringBuilder text, Conflict conflict) {
        text.append("  ").append(Plain.text(conflict.message())).append('\n');
        text.append("    remedy: ").append(Plain.text(conflict.remedy().text())).append('\n');
    }
}
