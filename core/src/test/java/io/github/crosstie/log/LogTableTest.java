package io.github.crosstie.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.internal.log.LogEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/operation.md} lists every line that the log may have, and every key. */
class LogTableTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]*)` \\| (?:ERROR|WARN|INFO|DEBUG) \\|");

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("../docs/operation.md"));
    }

    static List<String> keys() {
        return Stream.of(LogKeys.class.getFields()).map(LogTableTest::value).toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(constant + " is no public constant", e);
        }
    }

    @ParameterizedTest
    @EnumSource(LogEvent.class)
    void everyLineIsInTheTableWithItsLevelAndItsKeys(LogEvent event) throws IOException {
        String keys = event.keys().stream()
                .map(key -> "`" + key.replaceFirst("^crosstie\\.", "") + "`")
                .collect(Collectors.joining(", "));

        assertThat(page())
                .anyMatch(line ->
                        line.startsWith("| `" + event.message() + "` | " + event.level() + " | " + keys + " | "));
    }

    @Test
    void theTableHasNoOtherLine() throws IOException {
        List<String> messages =
                Arrays.stream(LogEvent.values()).map(LogEvent::message).toList();

        assertThat(page().stream().flatMap(line -> ROW.matcher(line).results()).map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(messages);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyIsExplained(String key) throws IOException {
        assertThat(page()).anyMatch(line -> line.startsWith("| `" + key + "` | "));
    }

    @Test
    void noOtherKeyIsExplained() throws IOException {
        Set<String> explained = page().stream()
                .flatMap(line -> Pattern.compile("^\\| `(crosstie\\.[a-z]+)` ")
                        .matcher(line)
                        .results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained).containsExactlyInAnyOrderElementsOf(keys());
    }
}
