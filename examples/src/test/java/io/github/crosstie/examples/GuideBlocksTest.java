package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents against the build: every line of Java that they show is compiled and run, and every file they name is there. */
class GuideBlocksTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(#[^)]*)?\\)");
    private static final int LINES_OF_A_CONNECTOR = 300;
    private static Map<Path, String> sources = Map.of();

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    @BeforeAll
    static void readSources() throws IOException {
        sources = sources();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyBlockOfJavaIsCompiledAndRun(Path document) throws IOException {
        for (List<String> block : MarkdownCode.javaBlocks(document)) {
            assertThat(sources.entrySet())
                    .as("a source in which these lines of %s stand: %s", document, block)
                    .anyMatch(source -> shows(source.getKey(), source.getValue(), block));
        }
    }

    /** In one piece, wherever lines are broken; or line after line, in a test that was written for a guide. */
    private static boolean shows(Path source, String code, List<String> block) {
        return code.contains(MarkdownCode.dense(block))
                || (source.toString().endsWith("GuideTest.java") && MarkdownCode.inOrder(code, block));
    }

    private static Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    sources.put(file, MarkdownCode.dense(MarkdownCode.lines(file)));
                }
            }
        }
        return sources;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("src")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFileThatIsLinkedIsThere(Path document) throws IOException {
        Matcher link = LINK.matcher(Files.readString(document));
        while (link.find()) {
            String target = link.group(1);
            if (!target.isEmpty() && !target.contains(":")) {
                assertThat(document.resolveSibling(target))
                        .as("what %s links to", document)
                        .exists();
            }
        }
    }

    @Test
    void theIndexNamesEveryDocument() throws IOException {
        Set<String> documents = documents().stream()
                .filter(document -> document.getParent().endsWith("docs") && !document.endsWith("README.md"))
                .map(document -> document.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        String index = Files.readString(ROOT.resolve("docs/README.md"));

        assertThat(documents).allSatisfy(document -> assertThat(index).contains("(" + document));
    }

    @Test
    void theConnectorOfTheGuideIsAsShortAsTheGuideSays() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/crosstie/examples/folder"))) {
            assertThat(files.flatMap(GuideBlocksTest::code).count()).isLessThan(LINES_OF_A_CONNECTOR);
        }
    }

    /** Without imports, comments and blank lines. */
    private static Stream<String> code(Path source) {
        try {
            return MarkdownCode.lines(source).stream()
                    .filter(line -> !line.matches("(import|package) .*|/?\\*.*|//.*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
