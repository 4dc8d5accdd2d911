package io.github.crosstie.examples;

import io.github.crosstie.testkit.simulator.Simulation;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs simulated histories of the engine on all cores. */
@Command(
        name = "soak",
        description = {
            "Runs the engine through simulated histories, on all cores.",
            "In each of them people edit both sides while workers crash, are overtaken, lose answers and see listings that lie;"
                    + " in the end an oracle that knows what people did looks for what is lost, duplicated or deleted by mistake."
                    + " Of each history that fails, the line of Java that runs it again is printed."
        },
        footer = {"", "Exit code: 0 if nothing failed, 1 if something did, 2 if the input cannot be used."},
        sortOptions = false)
class SoakCommand implements Callable<Integer> {

    private static final int WELL = 0;
    private static final int VIOLATED = 1;

    @Option(
            names = "--histories",
            paramLabel = "N",
            description = "How many histories, 1 or more. Default: ${DEFAULT-VALUE}.",
            defaultValue = "100000")
    private long histories;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The seed of the first history; the next ones follow. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private long seed;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (histories < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--histories " + histories + ": give 1 or more");
        }
        Soak soak = new Soak(simulation(), spec.commandLine().getOut());
        return soak.run(seed, histories, Runtime.getRuntime().availableProcessors()) ? WELL : VIOLATED;
    }

    /** Room for a test to run one that fails. */
    Simulation simulation() {
        return Simulation.create();
    }
}
