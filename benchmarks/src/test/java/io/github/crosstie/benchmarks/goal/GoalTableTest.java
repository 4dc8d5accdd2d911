package io.github.crosstie.benchmarks.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTableTest {

    private final Numbers numbers = new Numbers();
    private final Goal met = Goal.of(
            "P1",
            "diff",
            Line.of("diff of 1,000 links", figure("ours", 20))
                    .better(100, "objects", figure("objects", 2_400))
                    .better(0, "maps", figure("maps", 2_000))
                    .within(2, "four streams", figure("streams", 16)));
    private final Goal missed =
            Goal.of("P6", "heap", Line.of("a link", figure("heap", 65)).atMost(64));

    @Test
    void showsTheBestAlternativeAndWhatIsDemandedOfOthers() {
        List<String> lines = GoalTable.markdown(List.of(verdict(met)));

        assertThat(lines.get(2))
                .isEqualTo("| P1 | diff of 1,000 links | 20 ns | 2 µs maps | 100 × | 16 ns four streams | 1.25 × "
                        + "| ≥ 100 × objects (120 ×), ≤ 2 × four streams (1.25 ×) | yes |");
    }

    @Test
    void saysWhatIsMissed() {
        List<String> lines = GoalTable.markdown(List.of(verdict(missed)));

        assertThat(lines.get(2)).isEqualTo("| P6 | a link | 65 ns | – | – | – | – | ≤ 64 ns (missed) | no |");
    }

    @Test
    void listsAGoalThatCannotBeMeasuredYet() {
        List<String> lines = GoalTable.markdown(List.of(verdict(Goal.notYet("P9", "parse"))));

        assertThat(lines.get(2))
                .startsWith("| P9 | parse: not yet measurable | –")
                .endsWith("| no |");
    }

    @Test
    void listsAPartThatCannotBeMeasuredYetAfterWhatIs() {
        List<String> lines = GoalTable.markdown(List.of(verdict(met.butNotYet("diff of events"))));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).endsWith("| yes |");
        assertThat(lines.get(3))
                .startsWith("| P1 | diff of events: not yet measurable | –")
                .endsWith("| no |");
    }

    @Test
    void alignsTheColumnsOfATerminal() {
        List<String> lines = GoalTable.plain(List.of(verdict(met), verdict(missed)));

        assertThat(lines).hasSize(3);
        assertThat(lines).extracting(line -> line.indexOf("  ", 4) > 0).containsOnly(true);
        assertThat(lines.get(1).indexOf("20 ns")).isEqualTo(lines.get(0).indexOf("ours"));
        assertThat(lines.get(2).indexOf("65 ns")).isEqualTo(lines.get(0).indexOf("ours"));
    }

    @Test
    void countsWhatIsMet() {
        String total = GoalTable.total(List.of(verdict(met), verdict(missed), verdict(Goal.notYet("P9", "parse"))));

        assertThat(total).isEqualTo("goals met: 1 of 3");
    }

    private Figure figure(String name, double number) {
        Figure figure = new Figure.Probed(name, Unit.TIME, () -> number, 1);
        numbers.put(figure, number);
        return figure;
    }

    private Verdict verdict(Goal goal) {
        return Verdict.of(goal, numbers);
    }
}
