package io.github.crosstie.examples;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.fault.CrosstieException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads the organizations whose users are to be synced into business units, and walks through it. */
@Command(
        name = "engagement",
        description = {
            "Syncs CRM users into business units of Account Engagement, offline.",
            "Who is in which set and why; the preview before opting in; a group that leaves a set, the guard that"
                    + " holds its members, the release; the way back. Then reads the units and compares them, user by"
                    + " user, with what the sets and profiles say."
        },
        footer = {"", "Exit code: 0 if the units are in step, 1 if not, 2 if the input cannot be used."},
        sortOptions = false)
class EngagementCommand implements Callable<Integer> {

    private static final int IN_STEP = 0;
    private static final int NOT_IN_STEP = 1;
    private static final int UNUSABLE_INPUT = 2;

    @Option(
            names = "--organizations",
            paramLabel = "DIR",
            description =
                    "A folder with one folder for each organization, each holding the results of Salesforce queries,"
                            + " as for the quickstart. Default: three small organizations that come with the example.")
    private @Nullable Path organizations;

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
        PrintWriter out = spec.commandLine().getOut();
        List<Directory> directories;
        try {
            directories = directories();
        } catch (CrosstieException | IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return UNUSABLE_INPUT;
        }
        return new EngagementWalk(directories, Clock.systemUTC(), out).run() ? IN_STEP : NOT_IN_STEP;
    }

    private List<Directory> directories() {
        if (organizations == null) {
            return BundledOrganizations.read(Set.of());
        }
        try {
            return OrganizationFolders.read(organizations, Set.of());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--organizations " + organizations
                            + ": is no folder that can be read; give one that holds a folder for each organization",
                    e);
        }
    }
}
