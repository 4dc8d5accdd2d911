package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MoveCommandTest {

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = CrosstieExamples.commandLine();
        commandLine.setOut(new PrintWriter(output, true));
        commandLine.setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }

    private String lastLine() {
        List<String> lines = output.toString().lines().toList();
        return lines.get(lines.size() - 1);
    }

    @Test
    @DisplayName("S22: moves a mailbox by translated ids")
    void movesByIds() {
        assertThat(run("move", "--contacts", "12", "--events", "20")).isZero();

        assertThat(lastLine()).isEqualTo("moved: 34 linked, 0 created, 0 deleted");
        assertThat(output.toString()).contains("21 found (21 by translated id), 0 not found");
    }

    @Test
    @DisplayName("S22: moves a mailbox whose ids did not survive, by marks, UIDs and contents")
    void movesWithoutIds() {
        assertThat(run("move", "--contacts", "12", "--events", "20", "--without-ids"))
                .isZero();

        assertThat(lastLine()).isEqualTo("moved: 34 linked, 0 created, 0 deleted");
        assertThat(output.toString()).contains("13 found (6 by mark, 7 by contents), 0 not found", " by UID");
    }

    @Test
    @DisplayName("a mailbox without records is refused, and the message says what to pass")
    void refusesAnEmptyMailbox() {
        assertThat(run("move", "--contacts", "0")).isEqualTo(2);

        assertThat(errors.toString()).contains("use 1 or more of each");
    }
}
