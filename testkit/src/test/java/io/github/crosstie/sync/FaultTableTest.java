package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of faults to the tests, and the tests to the table. */
class FaultTableTest {

    private static final int FAULTS = 22;
    /** Told apart in the table: there is no older release whose state could be read. */
    private static final int OLDER_RELEASE = 17;

    private static final Pattern ROW = Pattern.compile("\\| (F\\d+) \\|.*\\| ([^|]+) \\|");
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");
    private static final Pattern IDS = Pattern.compile("\\w+(?:, \\w+)*(?=: )");

    private static final Map<String, String> TABLE = table();
    private static final Map<String, Set<String>> TESTS = testsByFault();

    private static Stream<String> faults() {
        return IntStream.rangeClosed(1, FAULTS)
                .filter(number -> number != OLDER_RELEASE)
                .mapToObj(number -> "F" + number);
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("every fault is proven by a test that names it first")
    void isProven(String fault) {
        assertThat(TESTS).containsKey(fault);
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("every fault has its row, which names classes that prove it")
    void isTold(String fault) {
        assertThat(TABLE).containsKey(fault);
        Matcher named = CLASS.matcher(TABLE.get(fault));
        Set<String> classes = new TreeSet<>();
        while (named.find()) {
            classes.add(named.group(1));
        }

        assertThat(classes).as("classes in the row").isNotEmpty();
        assertThat(TESTS.get(fault)).as("classes with a test of " + fault).containsAll(classes);
    }

    @Test
    @DisplayName("what is not proven yet says so")
    void saysWhatIsMissing() {
        assertThat(TABLE.get("F" + OLDER_RELEASE)).contains("none yet");
    }

    private static Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        try (Stream<String> lines = Files.lines(Path.of("../docs/faults.md"))) {
            lines.map(ROW::matcher).filter(Matcher::matches).forEach(row -> table.put(row.group(1), row.group(2)));
        } catch (IOException e) {
            throw new AssertionError("docs/faults.md cannot be read; run the tests in the module's directory", e);
        }
        return table;
    }

    /** Simple names of the test classes, by the faults that their tests' display names begin with. */
    private static Map<String, Set<String>> testsByFault() {
        Map<String, Set<String>> tests = new TreeMap<>();
        try {
            Path root = Path.of(FaultTableTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith("Test.class")).forEach(file -> {
                    String path = root.relativize(file).toString();
                    add(
                            tests,
                            path.substring(0, path.length() - ".class".length()).replace('/', '.'));
                });
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("the compiled tests cannot be listed", e);
        }
        return tests;
    }

    private static void add(Map<String, Set<String>> tests, String className) {
        try {
            Class<?> test = Class.forName(className, false, FaultTableTest.class.getClassLoader());
            for (Method method : test.getDeclaredMethods()) {
                DisplayName name = method.getAnnotation(DisplayName.class);
                Matcher ids = IDS.matcher(name == null ? "" : name.value());
                if (ids.lookingAt()) {
                    for (String id : ids.group().split(", ", -1)) {
                        tests.computeIfAbsent(id, absent -> new TreeSet<>()).add(test.getSimpleName());
                    }
                }
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the test " + className + " cannot be loaded", e);
        }
    }
}
