package io.github.crosstie.benchmarks.goal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures figures: all methods of one class and the same parameters in one run of JMH, each in a JVM of its own; what JMH does not
 * measure, here. Used by one thread.
 */
public final class Measuring {

    private final Effort effort;
    private final Consumer<String> progress;

    /**
     * How long each method is run.
     *
     * @param forks JVMs; 0 for this one, which is good for trying out alone
     * @param warmups warm-up iterations
     * @param iterations measured iterations
     * @param length of each of them
     */
    public record Effort(int forks, int warmups, int iterations, TimeValue length) {

        /** Enough for ratios that are many times what is demanded, or near to nothing. */
        public static final Effort SHORT = new Effort(1, 3, 3, TimeValue.seconds(1));
    }

    /**
     * A way to measure.
     *
     * @param effort how long
     * @param progress is told what is measured next
     */
    public Measuring(Effort effort, Consumer<String> progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param figures what is wanted; the same one may occur again and again
     * @return their numbers
     * @throws RunnerException if a benchmark fails, as one does whose alternatives do not agree
     */
    public Numbers measure(Collection<Figure> figures) throws RunnerException {
        Numbers numbers = new Numbers();
        Map<Setup, Set<Figure.Measured>> setups = new LinkedHashMap<>();
        List<Figure.Probed> probes = new ArrayList<>();
        for (Figure figure : new LinkedHashSet<>(figures)) {
            if (figure instanceof Figure.Measured measured) {
                setups.computeIfAbsent(Setup.of(measured), key -> new LinkedHashSet<>())
                        .add(measured);
            } else {
                probes.add((Figure.Probed) figure);
            }
        }
        for (Map.Entry<Setup, Set<Figure.Measured>> entry : setups.entrySet()) {
            progress.accept(entry.getKey().text());
            run(entry.getKey(), entry.getValue(), numbers);
        }
        for (Figure.Probed probe : probes) {
            progress.accept(probe.name());
            numbers.put(probe, probe.probe().getAsDouble());
        }
        return numbers;
    }

    private void run(Setup setup, Set<Figure.Measured> figures, Numbers numbers) throws RunnerException {
        Set<String> methods = figures.stream().map(Figure.Measured::method).collect(Collectors.toSet());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(setup.benchmark().getName()) + "\\.("
                        + methods.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")$")
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .warmupTime(effort.length())
                .measurementIterations(effort.iterations())
                .measurementTime(effort.length())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        setup.parameters().forEach(options::param);
        Map<String, RunResult> results = new LinkedHashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getParams().getBenchmark();
            if (results.put(name.substring(name.lastIndexOf('.') + 1), result) != null) {
                throw new IllegalStateException(name + " ran more than once for " + setup.text()
                        + "; say in the goal which value each of its parameters has");
            }
        }
        for (Figure.Measured figure : figures) {
            RunResult result = results.get(figure.method());
            if (result == null) {
                throw new IllegalStateException(setup.text() + " has no benchmark " + figure.method());
            }
            numbers.put(figure, figure.metric().of(result));
        }
    }

    /** What runs together. */
    private record Setup(Class<?> benchmark, Map<String, String> parameters) {

        static Setup of(Figure.Measured figure) {
            return new Setup(figure.benchmark(), figure.parameters());
        }

        String text() {
            return benchmark.getSimpleName()
                    + parameters.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining());
        }
    }
}
