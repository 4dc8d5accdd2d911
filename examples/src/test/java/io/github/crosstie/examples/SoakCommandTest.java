package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.simulator.Simulation;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SoakCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void endsWithTheLineThatSaysHowItWent() {
        int exit = execute(CrosstieExamples.commandLine(), "soak", "--histories", "300", "--seed", "7");

        assertThat(exit).isZero();
        assertThat(out.toString().strip())
                .matches("300 histories, 0 violations, [0-2] rounds at most, \\d+ histories/s");
    }

    @Test
    void printsWhatRunsAFailingHistoryAgain() {
        CommandLine command = new CommandLine(new SoakCommand() {
            @Override
            Simulation simulation() {
                return FailingSimulation.create();
            }
        });

        int exit = execute(command, "--histories", "20");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("simulation.replay(Tape.parse(\"");
        assertThat(out.toString().strip()).containsPattern("20 histories, [1-9]\\d* violations, .* histories/s$");
    }

    @Test
    void refusesToRunNothing() {
        int exit = execute(CrosstieExamples.commandLine(), "soak", "--histories", "0");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--histories 0");
    }

    private int execute(CommandLine commandLine, String... arguments) {
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
