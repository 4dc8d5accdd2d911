package io.github.crosstie.examples.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What hosts see of modules: the public types of the packages that each exports to everybody, package by package, in the order of their
 * names. A module without a descriptor exports what is not named {@code internal}.
 *
 * <p>It is read from the sources, by the compiler, so that a type of a library which is not at hand is still a name.
 */
final class ApiListing {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern EXPORTS = Pattern.compile("(?m)^\\s*exports ([\\w.]+);");

    private ApiListing() {}

    /**
     * Reads modules together, since they speak of each other.
     *
     * @param modules the folders of the modules
     * @return a listing by the name of each folder, empty if hosts see nothing of it
     */
    static SortedMap<String, String> of(List<Path> modules) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path module : modules) {
            sources.addAll(sources(module));
        }
        ApiReader reader = new ApiReader();
        read(sources, reader);
        SortedMap<String, String> listings = new TreeMap<>();
        for (Path module : modules) {
            listings.put(module.getFileName().toString(), reader.text(exported(module)));
        }
        return listings;
    }

    private static List<Path> sources(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve(SOURCES))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .toList();
        }
    }

    /** Only declarations are looked at. That a library is missing is an error of the compiler, and none here. */
    private static void read(List<Path> sources, ApiReader reader) throws IOException {
        List<String> options =
                List.of("-proc:only", "-implicit:none", "--class-path", System.getProperty("java.class.path"));
        DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(errors, null, StandardCharsets.UTF_8)) {
            CompilationTask task = ToolProvider.getSystemJavaCompiler()
                    .getTask(null, files, errors, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(reader));
            task.call();
        }
    }

    private static Stream<String> exported(Path module) throws IOException {
        Path root = module.resolve(SOURCES);
        Path descriptor = root.resolve("module-info.java");
        return Files.exists(descriptor)
                ? EXPORTS.matcher(Files.readString(descriptor)).results().map(found -> found.group(1))
                : sources(module).stream()
                        .map(file ->
                                root.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
                        .distinct()
                        .filter(name -> !(name + ".").contains(".internal."));
    }
}
