package io.github.crosstie.examples.survive;

import io.github.crosstie.fault.CrosstieException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads how often workers are to die and on which state, and lets them. */
@Command(
        name = "survive",
        description = {
            "Kills processes that sync, again and again, and looks at what is left.",
            "A Salesforce and a mailbox on this machine stay, and so does the state. People type into both sides, before rounds and"
                    + " in the middle of them. Each process is killed at a moment drawn beforehand: before or after the n-th"
                    + " request or write, or within the n-th transaction of the state; then the next one goes on. What both"
                    + " sides hold is compared with what was typed, record by record and value by value."
        },
        footer = {
            "",
            "The last line is 'survived K kills, in step: N items, 0 lost, 0 duplicated'. Exit code: 0 if so, 1 if anything was lost or"
                    + " made twice, 2 if the input cannot be used."
        },
        sortOptions = false)
public class SurviveCommand implements Callable<Integer> {

    private static final int SURVIVED = 0;
    private static final int DID_NOT = 1;
    private static final int KEY_BYTES = 32;

    @Option(
            names = "--kills",
            paramLabel = "K",
            defaultValue = "20",
            description = "How many processes are killed, 1 or more. Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--mail",
            paramLabel = "SERVICE",
            defaultValue = "EXCHANGE",
            description = "Over what the mailbox is reached: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private MailService mail;

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description =
                    "The database of the state, an empty one: jdbc:postgresql:... or jdbc:sqlite:FILE. Default: a SQLite file"
                            + " that is deleted in the end.")
    private @Nullable String jdbc;

    @Option(
            names = "--digests",
            description = "Lets the state hold digests in the place of values, by a key that is drawn and thrown away.")
    private boolean digests;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Draws the moments of the kills and what people type. Default: ${DEFAULT-VALUE}.")
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

    /** For picocli. */
    public SurviveCommand() {}

    @Override
    public Integer call() throws IOException {
        if (kills < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--kills " + kills + ": give 1 or more");
        }
        if (jdbc != null) {
            return run(jdbc);
        }
        Path folder = Files.createTempDirectory("crosstie-survive");
        try {
            return run("jdbc:sqlite:" + folder.resolve("state.db"));
        } finally {
            delete(folder);
        }
    }

    private int run(String database) {
        try {
            StateDatabase.prepare(database);
        } catch (IllegalArgumentException | CrosstieException unusable) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--jdbc: " + unusable.getMessage(), unusable);
        }
        try (Survival survival = new Survival(
                mail,
                database,
                key(),
                seed,
                Clock.systemUTC(),
                spec.commandLine().getOut())) {
            return survival.run(kills) ? SURVIVED : DID_NOT;
        }
    }

    private String key() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return digests ? Base64.getEncoder().encodeToString(key) : "";
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
