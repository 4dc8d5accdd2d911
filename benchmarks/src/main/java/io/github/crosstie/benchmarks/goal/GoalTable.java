package io.github.crosstie.benchmarks.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What was found, as people read it: a row for each line, in columns for a terminal or for Markdown. */
public final class GoalTable {

    private static final List<String> HEAD =
            List.of("goal", "measured", "ours", "best alternative", "ratio", "bound", "to bound", "demanded", "met");
    private static final String NONE = "–";

    private GoalTable() {}

    /**
     * The table for a terminal.
     *
     * @param verdicts the goals, in order
     * @return its lines
     */
    public static List<String> plain(List<Verdict> verdicts) {
        List<List<String>> rows = rows(verdicts);
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> padded(row, widths)).toList();
    }

    private static String padded(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /**
     * The table for a document.
     *
     * @param verdicts the goals, in order
     * @return its lines
     */
    public static List<String> markdown(List<Verdict> verdicts) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows(verdicts)) {
            lines.add("| " + String.join(" | ", row) + " |");
            if (lines.size() == 1) {
                lines.add("|---".repeat(HEAD.size()) + "|");
            }
        }
        return lines;
    }

    /**
     * How many goals are met.
     *
     * @param verdicts the goals
     * @return the last line of a summary
     */
    public static String total(List<Verdict> verdicts) {
        return "goals met: " + verdicts.stream().filter(Verdict::isMet).count() + " of " + verdicts.size();
    }

    private static List<List<String>> rows(List<Verdict> verdicts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (Verdict verdict : verdicts) {
            Goal goal = verdict.goal();
            verdict.lines().forEach(line -> rows.add(row(goal, line)));
            goal.open()
                    .forEach(part -> rows.add(List.of(
                            goal.id(), part + ": not yet measurable", NONE, NONE, NONE, NONE, NONE, NONE, "no")));
        }
        return rows;
    }

    private static List<String> row(Goal goal, Verdict.OfLine line) {
        Unit unit = line.line().ours().unit();
        var alternative = line.bestAlternative();
        var bound = line.bound();
        return List.of(
                goal.id(),
                line.line().what(),
                unit.text(line.ours()),
                alternative.map(one -> unit.text(one.other()) + " " + name(one)).orElse(NONE),
                alternative.map(GoalTable::ratio).orElse(NONE),
                bound.map(one -> unit.text(one.other()) + " " + name(one)).orElse(NONE),
                bound.map(GoalTable::ratio).orElse(NONE),
                demands(line, one -> demanded(one, unit)),
                line.isMet() ? "yes" : "no");
    }

    private static String demands(Verdict.OfLine line, Function<Verdict.OfDemand, String> text) {
        List<String> demands = line.demands().stream()
                .map(text)
                .filter(demand -> !demand.isEmpty())
                .toList();
        return demands.isEmpty() ? NONE : String.join(", ", demands);
    }

    private static String name(Verdict.OfDemand one) {
        return one.demand() instanceof Demand.Better better
                ? better.than()
                : one.demand() instanceof Demand.Within within ? within.of() : "";
    }

    private static String ratio(Verdict.OfDemand one) {
        return Unit.digits(one.ratio()) + " ×";
    }

    /** What is demanded; with what was reached where the row does not show it, or where it is missed. */
    private static String demanded(Verdict.OfDemand one, Unit unit) {
        if (one.demand() instanceof Demand.Better better) {
            return better.times() == 0 ? "" : "≥ " + Unit.digits(better.times()) + " × " + better.than() + reached(one);
        }
        if (one.demand() instanceof Demand.Within within) {
            return Double.isInfinite(within.times())
                    ? ""
                    : "≤ " + Unit.digits(within.times()) + " × " + within.of() + reached(one);
        }
        return "≤ " + unit.text(one.other()) + (one.isMet() ? "" : " (missed)");
    }

    private static String reached(Verdict.OfDemand one) {
        return " (" + ratio(one) + (one.isMet() ? ")" : ", missed)");
    }
}
