package io.github.crosstie.engagement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** From rule to proof: each row of the roles and of the lifecycle is named by a test, so that none is forgotten. */
class RuleTableTest {

    private static final String SUFFIX = ".class";

    private static Stream<String> rows() {
        return IntStream.concat(IntStream.rangeClosed(1, 4), IntStream.rangeClosed(10, 30))
                .mapToObj(number -> "U" + number);
    }

    /** The tests that name a rule, by rule: those that lie where this one lies. */
    private static Map<String, List<String>> table() throws IOException, URISyntaxException {
        String name = RuleTableTest.class.getName().replace('.', '/') + SUFFIX;
        String here = Objects.requireNonNull(RuleTableTest.class.getResource("RuleTableTest.class"))
                .toURI()
                .toString();
        Path root = Path.of(URI.create(here.substring(0, here.length() - name.length())));
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith("Test" + SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length())
                            .replace(root.getFileSystem().getSeparator(), "."))
                    .flatMap(RuleTableTest::methods)
                    .filter(RuleTableTest::isRun)
                    .filter(method -> method.isAnnotationPresent(DisplayName.class))
                    .collect(Collectors.groupingBy(
                            RuleTableTest::rule,
                            Collectors.mapping(
                                    method -> method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                                    Collectors.toList())));
        }
    }

    private static Stream<Method> methods(String type) {
        try {
            return Arrays.stream(Class.forName(type, false, RuleTableTest.class.getClassLoader())
                    .getDeclaredMethods());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the class of a test cannot be loaded: " + type, e);
        }
    }

    /** A name proves nothing on a method that is not run. */
    private static boolean isRun(Method method) {
        boolean isTest = method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
        return isTest
                && !method.isAnnotationPresent(Disabled.class)
                && !method.getDeclaringClass().isAnnotationPresent(Disabled.class);
    }

    /** What stands before the colon of a test's name. */
    private static String rule(Method method) {
        String name =
                Objects.requireNonNull(method.getAnnotation(DisplayName.class)).value();
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
    }

    @Test
    void everyRowIsNamedByATest() throws IOException, URISyntaxException {
        Map<String, List<String>> table = table();

        assertThat(rows())
                .allSatisfy(row ->
                        assertThat(table.getOrDefault(row, List.of())).as(row).isNotEmpty());
    }
}
