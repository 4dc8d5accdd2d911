package io.github.crosstie.engagement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From rule to proof: each row of the roles and of the lifecycle is named by a test, so that none is forgotten. */
class RuleTableTest {

    private static final String ROOT = "io.github.crosstie.engagement";

    private static Stream<String> rows() {
        return IntStream.concat(IntStream.rangeClosed(1, 4), IntStream.rangeClosed(10, 30))
                .mapToObj(number -> "U" + number);
    }

    /** The tests that name a rule, by rule. */
    private static Map<String, List<String>> table() {
        return new ClassFileImporter()
                .importPackages(ROOT).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(DisplayName.class))
                        .collect(Collectors.groupingBy(
                                RuleTableTest::rule,
                                TreeMap::new,
                                Collectors.mapping(
                                        method -> method.getOwner().getSimpleName() + "." + method.getName(),
                                        Collectors.toList())));
    }

    private static String rule(JavaMethod method) {
        String name = method.getAnnotationOfType(DisplayName.class).value();
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
    }

    @Test
    void everyRowIsNamedByATest() {
        Map<String, List<String>> table = table();

        assertThat(rows())
                .allSatisfy(row ->
                        assertThat(table.getOrDefault(row, List.of())).as(row).isNotEmpty());
    }
}
