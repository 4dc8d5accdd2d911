package io.github.crosstie.examples;

import static io.github.crosstie.examples.UnusableInputException.usable;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.examples.systems.Systems;
import io.github.crosstie.json.ConfigurationJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads what the quickstart is to work on, and runs it. */
@Command(
        name = "quickstart",
        description = {
            "Walks the whole way once, offline: over systems in memory, or with --wire over servers on this machine.",
            "Who syncs by what and why; what clashes across organizations; the plan of a first sync; the sync itself; edits on"
                    + " both sides, a mass deletion and the guard that holds it; what came of it and how everybody fares;"
                    + " User Sync. Then reads both sides and compares them, field by field, with what was typed.",
            "Leaves a report: one page for a browser."
        },
        footer = {"", "Exit code: 0 if both sides are in step, 1 if not, 2 if the input cannot be used."},
        sortOptions = false)
class QuickstartCommand implements Callable<Integer> {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int IN_STEP = 0;
    private static final int NOT_IN_STEP = 1;
    private static final int UNUSABLE_INPUT = 2;

    @Option(
            names = "--organizations",
            paramLabel = "DIR",
            description =
                    "A folder with one folder for each organization, each holding the results of Salesforce queries:"
                            + " User.json, Profile.json, UserRole.json, Group.json, GroupMember.json and, if there is one,"
                            + " Organization.json. Default: three small organizations that come with the example.")
    private @Nullable Path organizations;

    @Option(
            names = "--configurations",
            paramLabel = "FILE",
            description =
                    "Sync configurations as JSON; targets by id or developer name. Default: samples that use all five"
                            + " kinds of assignment.")
    private @Nullable Path configurations;

    @Option(
            names = "--sandbox",
            paramLabel = "NAME",
            description = "Takes the organization in the folder of this name for a sandbox. May be repeated.")
    private Set<String> sandboxes = Set.of();

    @Option(
            names = "--wire",
            description =
                    "Works over the wire: servers on this machine speak as Salesforce (one for each organization), Exchange"
                            + " and Microsoft Graph do, directories are read from them, and mailboxes are by turns on Exchange"
                            + " and in Microsoft Graph. Each organization needs an Organization.json then.")
    private boolean wire;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description =
                    "Keeps what the engine knows in this SQLite file, which is made if it is missing, and has another engine"
                            + " go on from it. Records are gone at the end of a run, so a file that knows these users from"
                            + " an earlier run is refused, and left as it is: look into it, or name a new one. Default: in"
                            + " memory.")
    private @Nullable Path state;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "target/crosstie-report.html",
            description =
                    "Writes the report to this file, and the outcomes to a .csv and a .json beside it; files of these names are"
                            + " replaced. Subjects and values are masked. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path report;

    @Option(
            names = "--write-configurations",
            paramLabel = "FILE",
            description = "Also writes the configurations in use to this new file, as a start for your own.")
    private @Nullable Path written;

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
        try (Systems systems = usable(this::systems)) {
            Quickstart quickstart = usable(() -> prepare(systems));
            return quickstart.run() ? IN_STEP : NOT_IN_STEP;
        } catch (UnusableInputException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return UNUSABLE_INPUT;
        }
    }

    private Systems systems() {
        SampleSystems choice = new SampleSystems(organizations, sandboxes, CLOCK);
        return wire ? choice.onServers() : choice.inMemory();
    }

    private Quickstart prepare(Systems systems) {
        List<OrganizationSetup> setups = setups(systems.directories());
        EngineMemory memory = memory(setups);
        write(setups);
        return quickstart(setups, systems, memory, QuickstartReport.in(report));
    }

    /** Room for a test to run one that spoils something. */
    Quickstart quickstart(
            List<OrganizationSetup> setups, Systems systems, EngineMemory memory, QuickstartReport leaving) {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = Progress.on(spec.commandLine().getErr());
        return new Quickstart(setups, systems, memory, CLOCK, out, progress, leaving);
    }

    private EngineMemory memory(List<OrganizationSetup> setups) {
        if (state == null) {
            return EngineMemory.ofThisProcess();
        }
        StateFile file = new StateFile(state);
        file.requireUnknown(setups);
        return file;
    }

    private List<OrganizationSetup> setups(List<Directory> directories) {
        List<ConfigurationSet> sets = configurations == null
                ? directories.stream().map(SampleConfigurations::of).toList()
                : ConfigurationJson.readAll(configurations.toString(), text(configurations), directories);
        List<OrganizationSetup> setups = new ArrayList<>();
        for (Directory directory : directories) {
            ConfigurationSet set = sets.stream()
                    .filter(each ->
                            each.organization().equals(directory.organization().id()))
                    .findFirst()
                    .orElseGet(
                            () -> ConfigurationSet.of(directory.organization().id()));
            setups.add(new OrganizationSetup(directory, set));
        }
        return setups;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--configurations " + file + ": is no text file that can be read; --write-configurations makes one",
                    e);
        }
    }

    private void write(List<OrganizationSetup> setups) {
        if (written == null) {
            return;
        }
        String json = ConfigurationJson.writeAll(
                setups.stream().map(OrganizationSetup::configurations).toList());
        try {
            Files.writeString(written, json, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--write-configurations " + written + ": cannot be written, or exists already; name a new file", e);
        }
        spec.commandLine()
                .getErr()
                .println("wrote the configurations of " + setups.size() + " organizations to " + written);
    }
}
