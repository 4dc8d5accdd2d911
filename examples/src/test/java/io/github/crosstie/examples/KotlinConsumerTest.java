package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host in Kotlin, compiled with the compiler's own defaults: it sees what can be null and what cannot, so that a host which mixes them up is
 * not built.
 */
class KotlinConsumerTest {

    private static final Path SOURCES = Path.of("src/test/consumer/kotlin");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^.*\\.kt:(\\d+):\\d+: (error|warning): .*$");

    @TempDir
    Path output;

    @Test
    void aHostThatChecksForNullCompilesWithoutAWarningAndRuns() throws Exception {
        ChildJava compiler = compiled("Host.kt");

        assertThat(MESSAGE.matcher(compiler.said()).results()).isEmpty();
        assertThat(compiler.exitCode()).as(compiler.said()).isZero();
        String classPath = HostClassPath.joined(HostClassPath.core("kotlin.stdlib", "org.slf4j.nop"))
                + File.pathSeparator
                + output;
        assertThat(ChildJava.run(output, "--class-path", classPath, "host.HostKt")
                        .said())
                .isEqualTo("written: 1, by: sales, ever: true\n");
    }

    @Test
    void everyMixUpOfNullAndAForgottenEndingAreRefused() throws Exception {
        ChildJava compiler = compiled("Misuse.kt");

        List<Integer> refused = MESSAGE.matcher(compiler.said())
                .results()
                .filter(message -> message.group(2).equals("error"))
                .map(message -> Integer.valueOf(message.group(1)))
                .toList();
        assertThat(refused).as(compiler.said()).isEqualTo(linesToRefuse());
        assertThat(compiler.exitCode()).isNotZero();
    }

    private static List<Integer> linesToRefuse() throws IOException {
        List<String> lines = Files.readAllLines(SOURCES.resolve("Misuse.kt"));
        return IntStream.rangeClosed(1, lines.size())
                .filter(number -> lines.get(number - 1).endsWith("// refused"))
                .boxed()
                .toList();
    }

    /** The compiler in a Java of its own: it keeps state that the next test would meet. */
    private ChildJava compiled(String source) throws IOException, InterruptedException {
        return ChildJava.run(
                output,
                "-XX:TieredStopAtLevel=1",
                "--class-path",
                HostClassPath.joined(HostClassPath.whole()),
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                "17",
                "-classpath",
                HostClassPath.joined(HostClassPath.core("org.jspecify", "kotlin.stdlib")),
                "-d",
                output.toString(),
                SOURCES.resolve(source).toString());
    }
}
