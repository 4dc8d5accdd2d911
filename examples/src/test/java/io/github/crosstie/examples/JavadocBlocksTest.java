package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What packages and types show of themselves, against the build: every example stands in code that is compiled. */
class JavadocBlocksTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of(
            "connectors-ews",
            "connectors-graph",
            "connectors-salesforce",
            "engagement",
            "recurrence",
            "store-jdbc",
            "testkit");
    private static final Pattern BLOCK =
            Pattern.compile("<pre>\\{@code\\R(.*?)\\R\\s*\\*?\\s*\\}</pre>", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*\\*.*$");
    private static final Pattern MARGIN = Pattern.compile("(?m)^\\s*\\*\\s?");

    @Test
    void everyExampleIsCompiled() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        for (Path module : modules()) {
            for (Path source : javaFiles(module.resolve("src"))) {
                sources.put(source, Files.readString(source));
            }
        }
        String code = COMMENT.matcher(String.join("\n", sources.values()))
                .replaceAll("")
                .replaceAll("\\s", "");
        List<String> examples = new ArrayList<>();
        for (String module : MODULES) {
            Path main = ROOT.resolve(module).resolve("src/main/java");
            sources.forEach((source, text) -> {
                if (source.startsWith(main)) {
                    examples.addAll(examples(text));
                }
            });
        }

        assertThat(examples).hasSizeGreaterThan(40);
        assertThat(examples.stream().filter(example -> !code.contains(example.replaceAll("\\s", ""))))
                .as("examples that stand in no test")
                .isEmpty();
    }

    /** Without those of JSON. */
    private static List<String> examples(String source) {
        return BLOCK.matcher(source)
                .results()
                .map(block -> MARGIN.matcher(block.group(1)).replaceAll(""))
                .filter(block -> !block.startsWith("{"))
                .toList();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("src"))).toList();
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
