package io.github.crosstie.benchmarks.goal;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** A number that has yet to be measured. */
public sealed interface Figure {

    /**
     * What it counts.
     *
     * @return its unit
     */
    Unit unit();

    /**
     * By how much the measured number is divided.
     *
     * @return 1 or more
     */
    double parts();

    /**
     * One method of a benchmark.
     *
     * @param benchmark its class
     * @param method the method
     * @param parameters the parameters of its run, by name
     * @param metric which number of the run
     * @param parts by how much it is divided, so that it is told for one link or user
     */
    record Measured(Class<?> benchmark, String method, Map<String, String> parameters, Metric metric, double parts)
            implements Figure {

        /** Copies the parameters. */
        public Measured {
            Objects.requireNonNull(benchmark, "benchmark");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(metric, "metric");
            parameters = Map.copyOf(parameters);
        }

        @Override
        public Unit unit() {
            return metric.unit();
        }

        /**
         * Another number of the same run.
         *
         * @param other which
         * @return the figure
         */
        public Measured by(Metric other) {
            return new Measured(benchmark, method, parameters, other, parts);
        }

        /**
         * The same number of another method.
         *
         * @param other the method
         * @return the figure
         */
        public Measured method(String other) {
            return new Measured(benchmark, other, parameters, metric, parts);
        }

        /**
         * The same for one of many.
         *
         * @param number how many there are
         * @return the figure
         */
        public Measured per(double number) {
            return new Measured(benchmark, method, parameters, metric, number);
        }

        /**
         * The same run with one more parameter.
         *
         * @param name its name
         * @param value its value
         * @return the figure
         */
        public Measured with(String name, Object value) {
            Map<String, String> more = new TreeMap<>(parameters);
            more.put(name, value.toString());
            return new Measured(benchmark, method, more, metric, parts);
        }
    }

    /**
     * Something that JMH does not measure, such as what stays in memory.
     *
     * @param name what it is, unlike any other
     * @param unit what it counts
     * @param probe measures it, once
     * @param parts by how much it is divided
     */
    record Probed(String name, Unit unit, DoubleSupplier probe, double parts) implements Figure {}

    /**
     * The time of a method.
     *
     * @param benchmark the benchmark's class
     * @param method the method's name
     * @return the figure, without parameters
     */
    static Measured time(Class<?> benchmark, String method) {
        return new Measured(benchmark, method, Map.of(), Metric.TIME, 1);
    }
}
