package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
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
    private static final long SECONDS = 120;

    @TempDir
    Path output;

    /** What this test itself runs with, which is what a build hands to a host, and more. */
    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    /** What a host has that takes core alone, and logs nothing. */
    private static List<Path> core() {
        Set<String> names = Set.of(
                "io.github.crosstie.core",
                "com.fasterxml.jackson.databind",
                "com.fasterxml.jackson.core",
                "com.fasterxml.jackson.annotation",
                "org.slf4j",
                "org.slf4j.nop");
        return classPath().stream()
                .filter(entry -> modules(entry).anyMatch(names::contains))
                .toList();
    }

    private static List<Path> coreAndAnnotations() {
        return Stream.concat(
                        core().stream(),
                        classPath().stream().filter(entry -> modules(entry).anyMatch("org.jspecify"::equals)))
                .toList();
    }

    /** The modules that an entry of the class path declares; an older library declares none, and may have no name for one. */
    private static Stream<String> modules(Path entry) {
        if (Files.isDirectory(entry) && !Files.exists(entry.resolve("module-info.class"))) {
            return Stream.empty();
        }
        try {
            return ModuleFinder.of(entry).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .filter(descriptor -> !descriptor.isAutomatic())
                    .map(ModuleDescriptor::name);
        } catch (FindException nameless) {
            return Stream.empty();
        }
    }

    @Test
    void aHostOnTheModulePathCompilesAndRunsWithoutAnnotations() throws Exception {
        assertThat(compiled("--module-path", coreAndAnnotations(), "module-info.java", "host/Host.java"))
                .isEmpty();

        assertThat(run("--module-path", joined(core()) + File.pathSeparator + output, "--module", "host/host.Host"))
                .isEqualTo("written: 1, module: host, library: io.github.crosstie.core\n");
    }

    @Test
    void aHostOnTheClassPathCompilesAndRuns() throws Exception {
        assertThat(compiled("--class-path", coreAndAnnotations(), "host/Host.java"))
                .isEmpty();

        assertThat(run("--class-path", joined(core()) + File.pathSeparator + output, "host.Host"))
                .isEqualTo("written: 1, module: null, library: null\n");
    }

    @Test
    void whatIsInternalIsClosedToAHostOnTheModulePath() throws IOException {
        Path source = Files.createDirectories(output.resolve("source/host")).resolve("Prying.java");
        Files.writeString(source, "package host;\nimport io.github.crosstie.internal.measure.*;\nclass Prying {}\n");

        assertThat(compiled("--module-path", coreAndAnnotations(), HOST.resolve("module-info.java"), source))
                .contains("io.github.crosstie.internal.measure");
    }

    @Test
    void everyModuleFindsWhatItRequires() {
        Path[] entries = classPath().stream()
                .filter(entry -> modules(entry).findAny().isPresent())
                .toArray(Path[]::new);
        Set<String> ours = Stream.of(entries)
                .flatMap(ConsumerTest::modules)
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
                "--release", "17", "-proc:none", "-Xlint:all", "-d", output.toString(), path, joined(libraries));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(sources))
                    .call();
        }
        return said.toString();
    }

    private static String joined(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Path said = output.resolve("said.txt");
        Process java = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!java.waitFor(SECONDS, TimeUnit.SECONDS)) {
            java.destroyForcibly();
        }
        return Files.readString(said).replace("\r\n", "\n");
    }
}
