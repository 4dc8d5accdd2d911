package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host of a few lines, compiled and run in a Java of its own as a build would do it: on the module path, and on the class path. */
class ConsumerTest {

    private static final Path HOST = Path.of("src/test/consumer/java");
    private static final Path STRANGER = Path.of("src/test/consumer/build/src");

    @TempDir
    Path output;

    @Test
    void aHostOnTheModulePathCompilesAndRunsWithoutAnnotations() throws Exception {
        assertThat(compiled("--module-path", HostClassPath.core("org.jspecify"), "module-info.java", "host/Host.java"))
                .isEmpty();

        ChildJava host = ChildJava.run(output, "--module-path", runtime(), "--module", "host/host.Host");

        assertThat(host.said()).isEqualTo("written: 1, module: host, library: io.github.crosstie.core\n");
    }

    @Test
    void aHostOnTheClassPathCompilesAndRuns() throws Exception {
        assertThat(compiled("--class-path", HostClassPath.core("org.jspecify"), "host/Host.java"))
                .isEmpty();

        ChildJava host = ChildJava.run(output, "--class-path", runtime(), "host.Host");

        assertThat(host.said()).isEqualTo("written: 1, module: null, library: null\n");
    }

    /** With a place for the log to go to, or SLF4J would say that there is none. */
    private String runtime() {
        return HostClassPath.joined(HostClassPath.core("org.slf4j.nop")) + File.pathSeparator + output;
    }

    @Test
    void whatIsInternalIsClosedToAHostOnTheModulePath() throws IOException {
        Path source = Files.createDirectories(output.resolve("source/host")).resolve("Prying.java");
        Files.writeString(source, "package host;\nimport io.github.crosstie.internal.measure.*;\nclass Prying {}\n");

        assertThat(compiled(
                        "--module-path", HostClassPath.core("org.jspecify"), HOST.resolve("module-info.java"), source))
                .contains("io.github.crosstie.internal.measure");
    }

    /** What a rehearsal of a release builds with Maven and Gradle, so that it does not only break there. */
    @Test
    void theStrangersProjectCompilesAgainstTheModulesAsTheyAre() throws IOException {
        try (Stream<Path> files = Files.walk(STRANGER)) {
            Path[] sources =
                    files.filter(file -> file.toString().endsWith(".java")).toArray(Path[]::new);

            assertThat(sources).isNotEmpty();
            assertThat(compiled("--class-path", HostClassPath.whole(), sources)).doesNotContain("error:");
        }
    }

    @Test
    void everyModuleFindsWhatItRequires() {
        Path[] entries = HostClassPath.whole().stream()
                .filter(entry -> HostClassPath.modules(entry).findAny().isPresent())
                .toArray(Path[]::new);
        Set<String> ours = Stream.of(entries)
                .flatMap(HostClassPath::modules)
                .filter(name -> name.startsWith("io.github.crosstie."))
                .collect(Collectors.toCollection(TreeSet::new));

        Configuration resolved = Configuration.resolve(
                ModuleFinder.of(entries), List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), ours);

        assertThat(ours).contains("io.github.crosstie.core", "io.github.crosstie.ews", "io.github.crosstie.salesforce");
        assertThat(resolved.modules().stream().map(ResolvedModule::name)).containsAll(ours);
    }

    /** What the compiler had to say. */
    private String compiled(String path, List<Path> libraries, String... sources) throws IOException {
        return compiled(path, libraries, Stream.of(sources).map(HOST::resolve).toArray(Path[]::new));
    }

    private String compiled(String path, List<Path> libraries, Path... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-Xlint:all",
                "-d",
                output.toString(),
                path,
                HostClassPath.joined(libraries));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean isCompiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(sources))
                    .call();
            return isCompiled ? said.toString() : "error: " + said;
        }
    }
}
