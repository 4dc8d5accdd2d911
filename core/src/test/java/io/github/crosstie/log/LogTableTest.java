package io.github.crosstie.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.internal.log.LogEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/operation.md} lists every line that the log may have, and every key. */
class LogTableTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]*)` \\| (?:ERROR|WARN|INFO|DEBUG) \\|");

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("../docs/operation.md"));
    }

    private static List<String> keys() {
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

    @Test
    void everyKeyIsExplainedAndNoOther() throws IOException {
        List<String> explained = page().stream()
                .dropWhile(line -> !line.equals("| key | value |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("`", -1)[1])
                .toList();

        assertThat(explained).containsExactlyInAnyOrderElementsOf(keys());
    }
}
