package io.github.crosstie.examples;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads how large the mailbox is, and walks through its move. */
@Command(
        name = "move",
        description = {
            "Moves a mailbox from Exchange Web Services to Microsoft Graph, over two servers on this machine that show one"
                    + " mailbox, offline.",
            "Syncs over EWS; plans the move, and says by what each record was found; goes on over EWS meanwhile; commits; syncs"
                    + " over Graph, and compares both sides."
        },
        footer = {
            "",
            "The last line is 'moved: N linked, 0 created, 0 deleted'. Exit code: 0 if nothing was made twice or lost, else 1."
        },
        sortOptions = false)
class MoveCommand implements Callable<Integer> {

    private static final int MOVED = 0;
    private static final int NOT_MOVED = 1;

    @Option(
            names = "--contacts",
            paramLabel = "N",
            defaultValue = "40",
            description = "How many contacts. Default: ${DEFAULT-VALUE}.")
    private int contacts;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many events, every tenth of them a series with an exception. Default: ${DEFAULT-VALUE}.")
    private int events;

    @Option(
            names = "--without-ids",
            description =
                    "As after a migration from a server on the premises: no id is translated, and records are found by"
                            + " their marks, their UIDs and what they hold.")
    private boolean withoutIds;

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
    public Integer call() {
        if (contacts < 1 || events < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--contacts " + contacts + " --events " + events + ": use 1 or more of each");
        }
        try (MoveWalk walk =
                new MoveWalk(Clock.systemUTC(), withoutIds, spec.commandLine().getOut())) {
            return walk.run(contacts, events) ? MOVED : NOT_MOVED;
        }
    }
}
