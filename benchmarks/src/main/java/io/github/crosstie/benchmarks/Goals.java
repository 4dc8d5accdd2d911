package io.github.crosstie.benchmarks;

import io.github.crosstie.benchmarks.goal.Goal;
import io.github.crosstie.benchmarks.goal.GoalTable;
import io.github.crosstie.benchmarks.goal.Line;
import io.github.crosstie.benchmarks.goal.Measuring;
import io.github.crosstie.benchmarks.goal.Numbers;
import io.github.crosstie.benchmarks.goal.Verdict;
import io.github.crosstie.benchmarks.scaling.Curve;
import io.github.crosstie.benchmarks.scaling.Scaling;
import io.github.crosstie.benchmarks.scaling.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how the library stands against its goals, and prints a table: {@code java -cp benchmarks.jar ...Goals P1 P3}. */
@Command(
        name = "goals",
        description = {
            "Measures how the library stands against its goals, each beside what one would write otherwise.",
            "Takes about seven minutes for all of them at 100,000 users, links or records."
        },
        footer = {
            "",
            "Exit code: 0 if all was measured, whether the goals are met or not; 1 if a benchmark failed or contradicts its"
                    + " alternative; 2 if the arguments cannot be used."
        },
        sortOptions = false)
public final class Goals implements Callable<Integer> {

    private static final int MEASURED = 0;

    @Parameters(paramLabel = "GOAL", arity = "0..*", description = "Which goals, as P1 P3. Without any: all of them.")
    private List<String> wanted = new ArrayList<>();

    @Option(
            names = "--full",
            description = "Measures all sizes and alternatives, then how time and memory grow from 1,000 to 10,000,000"
                    + " users, and writes both down. Takes an hour, and as much heap as you give it with -Xmx.")
    private boolean full;

    @Option(names = "--write", description = "Writes the table down, in place of the one in performance.md.")
    private boolean write;

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            description = "Where performance.md and the chart are written. Default: ${DEFAULT-VALUE}.",
            defaultValue = "docs")
    private Path directory = Path.of("docs");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandLine.Model.CommandSpec spec;

    private final Function<Extent, List<Goal>> goals;
    private final Supplier<List<Subject>> subjects;
    private final Clock clock;

    /** How much is measured. */
    enum Extent {
        /** Whatever decides, at 100,000. */
        SHORT,
        /** Every size that a goal names, and every alternative. */
        FULL
    }

    Goals(Function<Extent, List<Goal>> goals, Supplier<List<Subject>> subjects, Clock clock) {
        this.goals = goals;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * Measures.
     *
     * @param arguments the goals wanted, and options; {@code --help} tells all
     */
    public static void main(String[] arguments) {
        System.exit(commandLine(new Goals(GoalList::of, Subjects::all, Clock.systemUTC()))
                .execute(arguments));
    }

    static CommandLine commandLine(Goals goals) {
        return new CommandLine(goals).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("not measured: " + failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    @Override
    public Integer call() throws RunnerException, IOException {
        List<Goal> chosen = chosen(goals.apply(full ? Extent.FULL : Extent.SHORT));
        PerformancePage page = full || write ? page() : null;
        PrintWriter out = spec.commandLine().getOut();
        long began = clock.millis();
        Measuring measuring = new Measuring(Measuring.Effort.SHORT, this::progress);
        Numbers numbers = measuring.measure(chosen.stream()
                .flatMap(goal -> goal.lines().stream())
                .flatMap(Line::figures)
                .toList());
        List<Verdict> verdicts =
                chosen.stream().map(goal -> Verdict.of(goal, numbers)).toList();
        String place = Machine.describe(clock);
        if (page != null) {
            page.goals(place, GoalTable.markdown(verdicts));
        }
        if (page != null && full) {
            scale(page, place);
        }
        GoalTable.plain(verdicts).forEach(out::println);
        out.println();
        out.println(place + ", in " + Duration.ofMillis(clock.millis() - began).toSeconds() + " s");
        out.println(GoalTable.total(verdicts));
        return MEASURED;
    }

    /** Writes down each curve as soon as it is there, so that a run that is broken off leaves what it has measured. */
    private void scale(PerformancePage page, String place) throws IOException {
        Scaling scaling = new Scaling(this::progress);
        List<Curve> curves = new ArrayList<>();
        for (Subject subject : subjects.get()) {
            curves.add(scaling.measure(subject));
            page.scaling(place, curves);
        }
    }

    private List<Goal> chosen(List<Goal> all) {
        Set<String> unknown = new TreeSet<>(wanted);
        all.forEach(goal -> unknown.remove(goal.id()));
        if (!unknown.isEmpty()) {
            throw refused("no goal is called " + String.join(", ", unknown) + "; there are "
                    + all.stream().map(Goal::id).collect(Collectors.joining(", ")));
        }
        return all.stream()
                .filter(goal -> wanted.isEmpty() || wanted.contains(goal.id()))
                .toList();
    }

    private PerformancePage page() throws IOException {
        try {
            return PerformancePage.in(directory);
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
}
