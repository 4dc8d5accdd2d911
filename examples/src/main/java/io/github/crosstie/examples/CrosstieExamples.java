package io.github.crosstie.examples;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the examples: {@code java -jar crosstie-examples.jar quickstart}. */
@Command(
        name = "crosstie-examples",
        description = "Runnable examples of the Crosstie library. All of them work offline.",
        subcommands = {
            QuickstartCommand.class,
            EngagementCommand.class,
            MoveCommand.class,
            PagesCommand.class,
            SoakCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class CrosstieExamples implements Runnable {

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandLine.Model.CommandSpec spec;

    private CrosstieExamples() {}

    /**
     * Runs an example.
     *
     * @param arguments the example's name and its options; {@code --help} tells all
     */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CrosstieExamples());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
