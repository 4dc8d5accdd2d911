package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the published modules' javadoc against the build: what they show stands in code that is compiled, and mostly runs. */
class JavadocBlocksTest {

    private static final Path ROOT = Path.of("..");
    private static final String BEGIN = "<pre>{@code";
    private static final String END = "}</pre>";
    private static List<String> code = List.of();

    /** A block may leave things out between its paragraphs; each paragraph stands as it is, wherever its lines are broken. */
    record Example(Path file, String paragraph) {}

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path module : published()) {
            for (Path file : sources(module.resolve("src/main"))) {
                for (String block : blocks(Files.readString(file))) {
                    Arrays.stream(block.split("\\n\\s*\\n"))
                            .filter(paragraph -> !block.stripLeading().startsWith("{"))
                            .map(paragraph -> new Example(file, paragraph))
                            .forEach(examples::add);
                }
            }
        }
        return examples;
    }

    @BeforeAll
    static void readCode() throws IOException {
        code = code();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsCompiled(Example example) {
        String wanted = dense(example.paragraph());

        assertThat(code).as("code in which this stands: %s", example).anyMatch(source -> source.contains(wanted));
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(50);
    }

    private static List<String> blocks(String source) {
        String text =
                source.lines().map(line -> line.replaceFirst("^\\s*\\* ?", "")).collect(Collectors.joining("\n"));
        List<String> blocks = new ArrayList<>();
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + 1)) {
            blocks.add(text.substring(begin + BEGIN.length(), text.indexOf(END, begin)));
        }
        return blocks;
    }

    /** All code, each file by itself, without its comments: an example does not vouch for itself. */
    private static List<String> code() throws IOException {
        List<String> code = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.map(each -> each.resolve("src"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()) {
                for (Path file : sources(module)) {
                    code.add(dense(MarkdownCode.lines(file).stream()
                            .filter(line -> !line.matches("(/?\\*|//).*"))
                            .collect(Collectors.joining("\n"))));
                }
            }
        }
        return code;
    }

    private static List<Path> published() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.filter(module -> Files.exists(module.resolve("src/main/java")))
                    .filter(module -> !module.endsWith("examples") && !module.endsWith("benchmarks"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String dense(String code) {
        return code.replaceAll("(?m)(^|\\s)//.*$", "").replaceAll("\\s", "");
    }
}
