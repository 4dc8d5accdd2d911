package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.benchmarks.goal.Figure;
import io.github.crosstie.benchmarks.goal.Goal;
import io.github.crosstie.benchmarks.goal.Line;
import io.github.crosstie.benchmarks.goal.Unit;
import io.github.crosstie.benchmarks.scaling.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int probed;

    @Test
    void endsWithTheNumberOfGoalsThatAreMetEvenIfSomeAreNot() {
        int code = run(List.of(quick("P1"), slow("P2"), Goal.notYet("P3", "later")));

        assertThat(code).isZero();
        assertThat(out.toString().lines()).last().isEqualTo("goals met: 1 of 3");
    }

    @Test
    void measuresTheGoalsThatAreAskedForAlone() {
        int code = run(List.of(quick("P1"), slow("P2")), "P2");

        assertThat(code).isZero();
        assertThat(probed).isEqualTo(1);
        assertThat(out.toString()).contains("goals met: 0 of 1").doesNotContain("P1");
    }

    @Test
    void refusesAnUnknownGoalBeforeAnythingIsMeasured() {
        int code = run(List.of(quick("P1"), slow("P2")), "P1", "P18");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("no goal is called P18; there are P1, P2");
        assertThat(probed).isZero();
    }

    @Test
    void refusesAnUnknownOption() {
        int code = run(List.of(quick("P1")), "--quick");

        assertThat(code).isEqualTo(2);
        assertThat(probed).isZero();
    }

    @Test
    void refusesADirectoryThatIsNotThereBeforeAnythingIsMeasured() {
        int code = run(
                List.of(quick("P1")),
                "--write",
                "--out",
                folder.resolve("nowhere").toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--out").contains("nowhere");
        assertThat(probed).isZero();
    }

    @Test
    void saysWhatFailed() {
        Goal failing = Goal.of(
                "P1",
                "fails",
                Line.of(
                        "it",
                        new Figure.Probed(
                                "it",
                                Unit.TIME,
                                () -> {
                                    throw new IllegalStateException("the two ways differ");
                                },
                                1)));

        int code = run(List.of(failing));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("not measured: the two ways differ");
    }

    @Test
    void writesTheTableDown() throws IOException {
        int code = run(List.of(quick("P1")), "--write", "--out", folder.toString());

        assertThat(code).isZero();
        assertThat(Files.readString(folder.resolve("performance.md"))).contains("| P1 | quick | 1 ns |", "2026-01-01");
    }

    @Test
    void drawsHowItGrowsOnlyInFull() throws IOException {
        assertThat(run(List.of(quick("P1")), "--write", "--out", folder.toString()))
                .isZero();
        assertThat(folder.resolve("scaling.svg")).doesNotExist();

        assertThat(run(List.of(quick("P1")), "--full", "--out", folder.toString()))
                .isZero();
        assertThat(Files.readString(folder.resolve("scaling.svg"))).contains("<title");
        assertThat(Files.readString(folder.resolve("performance.md"))).contains("| 1,000 |");
    }

    private Goal quick(String id) {
        return Goal.of(id, "quick", Line.of("quick", probe(id, 1)).atMost(1));
    }

    private Goal slow(String id) {
        return Goal.of(id, "slow", Line.of("slow", probe(id, 2)).atMost(1));
    }

    private Figure probe(String name, double number) {
        return new Figure.Probed(
                name,
                Unit.TIME,
                () -> {
                    probed++;
                    return number;
                },
                1);
    }

    private int run(List<Goal> goals, String... arguments) {
        Subject nothing = new Subject("nothing", "things", "nothing is done.", size -> () -> size);
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
        return Goals.commandLine(new Goals(extent -> goals, () -> List.of(nothing), clock))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
