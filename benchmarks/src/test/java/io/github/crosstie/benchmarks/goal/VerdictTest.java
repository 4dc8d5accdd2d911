package io.github.crosstie.benchmarks.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VerdictTest {

    private final Numbers numbers = new Numbers();

    @Test
    void anAlternativeThatTakesExactlySoManyTimesAsLongMeetsTheDemand() {
        Line line = Line.of("diff", figure("ours", 10)).better(5, "maps", figure("maps", 50));

        assertThat(verdict(line).isMet()).isTrue();
    }

    @Test
    void anAlternativeThatIsTooQuickDoesNot() {
        Line line = Line.of("diff", figure("ours", 10)).better(5, "maps", figure("maps", 49));

        assertThat(verdict(line).isMet()).isFalse();
    }

    @Test
    void aFigureBeyondSoManyTimesTheBoundMissesIt() {
        Line within = Line.of("diff", figure("ours", 20)).within(2, "one pass", figure("pass", 10));
        Line beyond = Line.of("diff", figure("slow", 21)).within(2, "one pass", figure("other pass", 10));

        assertThat(verdict(within).isMet()).isTrue();
        assertThat(verdict(beyond).isMet()).isFalse();
    }

    @Test
    void aFigureBeyondTheNumberDemandedMissesIt() {
        assertThat(verdict(Line.of("heap", figure("ours", 64)).atMost(64)).isMet())
                .isTrue();
        assertThat(verdict(Line.of("heap", figure("more", 64.1)).atMost(64)).isMet())
                .isFalse();
    }

    @Test
    void oneDemandThatIsMissedMissesTheGoal() {
        Line well = Line.of("diff", figure("ours", 10)).atMost(10);
        Line missed = Line.of("merge", figure("merge", 10))
                .better(1, "maps", figure("maps", 20))
                .atMost(9);

        assertThat(verdict(well, missed).isMet()).isFalse();
    }

    @Test
    void whatIsShownAloneDemandsNothing() {
        Line line = Line.of("diff", figure("ours", 10))
                .better(0, "better one", figure("other", 1))
                .within(Double.POSITIVE_INFINITY, "one pass", figure("pass", 1));

        assertThat(verdict(line).isMet()).isTrue();
    }

    @Test
    void aGoalThatCannotBeMeasuredIsNotMet() {
        Verdict verdict = Verdict.of(Goal.notYet("P9", "parse"), numbers);

        assertThat(verdict.isMet()).isFalse();
    }

    @Test
    void aGoalOfWhichAPartCannotBeMeasuredIsNotMet() {
        Line well = Line.of("page", figure("ours", 10)).atMost(10);
        Goal goal = Goal.of("P9", "parse", well);

        assertThat(Verdict.of(goal, numbers).isMet()).isTrue();
        assertThat(Verdict.of(goal.butNotYet("page of another"), numbers).isMet())
                .isFalse();
    }

    @Test
    void nothingIsWhatIsDemandedWhereNothingIs() {
        assertThat(verdict(Line.of("repeated", figure("none", 0)).atMost(0)).isMet())
                .isTrue();
        assertThat(verdict(Line.of("repeated", figure("one", 1)).atMost(0)).isMet())
                .isFalse();
    }

    @Test
    void theBestAlternativeIsTheQuickestWhateverIsDemanded() {
        Line line = Line.of("diff", figure("ours", 10))
                .better(3, "maps", figure("maps", 50))
                .better(0, "lists", figure("lists", 40))
                .better(9, "trees", figure("trees", 90));

        assertThat(verdict(line).lines().get(0).bestAlternative())
                .hasValueSatisfying(best -> assertThat(best.ratio()).isEqualTo(4));
    }

    @Test
    void aFigureIsToldForOnePart() {
        Figure ofTen = new Figure.Probed("ten", Unit.MEMORY, () -> 0, 10);
        numbers.put(ofTen, 160);

        assertThat(numbers.of(ofTen)).isEqualTo(16);
    }

    @Test
    void aFigureThatNobodyMeasuredIsADefect() {
        Line line = Line.of("diff", new Figure.Probed("forgotten", Unit.TIME, () -> 0, 1));

        assertThatThrownBy(() -> verdict(line))
                .hasMessageContaining("forgotten")
                .hasMessageContaining("not measured");
    }

    private Figure figure(String name, double number) {
        Figure figure = new Figure.Probed(name, Unit.TIME, () -> number, 1);
        numbers.put(figure, number);
        return figure;
    }

    private Verdict verdict(Line... lines) {
        return Verdict.of(Goal.of("P1", "a goal", lines), numbers);
    }
}
