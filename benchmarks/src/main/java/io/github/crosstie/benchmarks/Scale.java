package io.github.crosstie.benchmarks;

import io.github.crosstie.benchmarks.fleet.Fleet;
import io.github.crosstie.benchmarks.fleet.FleetRun;
import io.github.crosstie.benchmarks.fleet.FleetSettings;
import io.github.crosstie.benchmarks.fleet.FleetTable;
import io.github.crosstie.benchmarks.store.PlainFileBound;
import io.github.crosstie.benchmarks.store.PostgresServer;
import io.github.crosstie.benchmarks.store.ScaleDatabase;
import io.github.crosstie.benchmarks.store.SqliteFile;
import io.github.crosstie.benchmarks.store.StoreColumn;
import io.github.crosstie.benchmarks.store.StoreLoad;
import io.github.crosstie.benchmarks.store.StoreMeasurement;
import io.github.crosstie.benchmarks.store.StoreTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures what a million mailboxes rest on, and prints it: {@code java -cp benchmarks.jar ...Scale STORE LATENESS}.
 */
@Command(
        name = "scale",
        description = {
            "STORE measures the durable store on both databases, beside a plain file that is forced to the disk.",
            "LATENESS lets four nodes share mailboxes in virtual time, and one of them die."
        },
        footer = {"", "Exit code: 0 if all was measured; 1 if a database failed; 2 if the arguments cannot be used."},
        sortOptions = false)
public final class Scale implements Callable<Integer> {

    private static final int MEASURED = 0;

    /** With five hundred rounds at a time, four nodes are enough for the million and three are not. */
    private static final int TOO_FEW = 500;

    private static final int SHORT_PART = 10;

    @Parameters(paramLabel = "PART", arity = "0..*", description = "${COMPLETION-CANDIDATES}. Without any: both.")
    private Set<Part> parts = EnumSet.noneOf(Part.class);

    @Option(
            names = "--full",
            description =
                    "A million links, in windows of two seconds, and a million mailboxes; without it 20,000 links,"
                            + " in windows of one second, and a hundred thousand mailboxes.")
    private boolean full;

    @Option(names = "--links", paramLabel = "NUMBER", description = "So many links instead, a multiple of 1,000.")
    private @Nullable Integer links;

    @Option(names = "--sqlite-alone", description = "Leaves PostgreSQL out, where this machine cannot run it.")
    private boolean sqliteAlone;

    @Option(names = "--write", description = "Writes both down, in place of what is in scale.md.")
    private boolean write;

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            description = "Where scale.md and the chart are written. Default: ${DEFAULT-VALUE}.",
            defaultValue = "docs")
    private Path directory = Path.of("docs");

    @Option(
            names = "--disk",
            paramLabel = "DIRECTORY",
            description = "On which disk databases are made; what is made there stays. Default: a temporary directory.")
    private @Nullable Path disk;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandLine.Model.CommandSpec spec;

    private final List<FleetSettings> fleets;
    private final Clock clock;

    /** What can be asked for. */
    enum Part {
        /** The durable store. */
        STORE,
        /** Nodes in virtual time. */
        LATENESS
    }

    Scale(List<FleetSettings> fleets, Clock clock) {
        this.fleets = fleets;
        this.clock = clock;
    }

    /**
     * Measures.
     *
     * @param arguments the parts wanted, and options; {@code --help} tells all
     */
    public static void main(String[] arguments) {
        List<FleetSettings> fleets = List.of(FleetSettings.MILLION, FleetSettings.MILLION.withInFlight(TOO_FEW));
        System.exit(commandLine(new Scale(fleets, Clock.systemUTC())).execute(arguments));
    }

    static CommandLine commandLine(Scale scale) {
        return new CommandLine(scale)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("not measured: " + failure.getMessage());
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        ScalePage page = write ? page() : null;
        if (parts.isEmpty() || parts.contains(Part.STORE)) {
            store(page);
        }
        if (parts.isEmpty() || parts.contains(Part.LATENESS)) {
            lateness(page);
        }
        return MEASURED;
    }

    private void store(@Nullable ScalePage page) throws IOException, SQLException, InterruptedException {
        StoreLoad load = load();
        List<StoreColumn> columns = new ArrayList<>();
        Path folder = folder();
        progress("the plain file");
        columns.add(PlainFileBound.measure(load, folder));
        try (ScaleDatabase sqlite = SqliteFile.in(folder)) {
            columns.add(StoreMeasurement.measure(load, sqlite, this::progress));
        }
        if (!sqliteAlone) {
            try (ScaleDatabase postgres = PostgresServer.in(folder)) {
                columns.add(StoreMeasurement.measure(load, postgres, this::progress));
            }
        }
        List<String> table = StoreTable.markdown(columns);
        String place = String.format(Locale.ROOT, "%s; %,d links", Machine.describe(clock), load.number());
        List<String> plan = ScalePlan.markdown(columns.get(columns.size() - 1), FleetSettings.MILLION);
        if (page != null) {
            page.store(place, table);
            page.plan(plan);
        }
        print(table);
        out().println(place);
        out().println();
        print(plan);
    }

    private StoreLoad load() {
        int number = links != null ? links : full ? 1_000_000 : 20_000;
        Duration window = full ? Duration.ofSeconds(2) : Duration.ofSeconds(1);
        try {
            return new StoreLoad(SyntheticContacts.of(number)::link, number, full ? 5 : 3, window);
        } catch (IllegalArgumentException e) {
            throw refused("--links: " + e.getMessage());
        }
    }

    private Path folder() throws IOException {
        return disk == null
                ? Files.createTempDirectory("crosstie-scale")
                : Files.createTempDirectory(disk, "crosstie-scale");
    }

    private void lateness(@Nullable ScalePage page) throws IOException {
        List<FleetRun> runs = new ArrayList<>();
        for (FleetSettings settings : fleets) {
            progress("how late rounds begin, " + settings.inFlight() + " at a time");
            runs.add(Fleet.run(full ? settings : settings.reduced(SHORT_PART)));
        }
        if (page != null) {
            page.lateness(runs);
        }
        runs.forEach(run -> print(FleetTable.markdown(run)));
    }

    private ScalePage page() throws IOException {
        try {
            return ScalePage.in(directory);
        } catch (IllegalArgumentException e) {
            throw refused("--out: " + e.getMessage());
        }
    }

    private CommandLine.ParameterException refused(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private void progress(String next) {
        spec.commandLine().getErr().println("measuring " + next);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void print(List<String> lines) {
        lines.forEach(out()::println);
        out().println();
    }
}
