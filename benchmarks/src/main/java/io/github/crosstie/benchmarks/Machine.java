package io.github.crosstie.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

/** On what, by what and when something was measured. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String describe(Clock clock) {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " cores of " + processor() + ", heap "
                + runtime.maxMemory() / 1_000_000 + " MB; " + System.getProperty("java.vm.name") + " "
                + Runtime.version() + ", " + System.getProperty("os.name") + "; " + LocalDate.now(clock);
    }

    private static String processor() {
        String otherwise = System.getProperty("os.arch");
        if (!Files.isReadable(PROCESSORS)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise + " (its name cannot be read)";
        }
    }
}
