package io.github.crosstie.salesforce.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static List<List<String>> rows(String text) {
        CsvTable table = new CsvTable("users", text.getBytes(StandardCharsets.UTF_8));
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row = table.next(); !row.isEmpty(); row = table.next()) {
            rows.add(row);
        }
        return rows;
    }

    @Test
    @DisplayName("reads values with and without quotes, commas, quotes and ends of lines in them")
    void readsValues() {
        assertThat(rows("Id,\"Name\"\n1,\"a, \"\"b\"\"\r\nc\"\r\n,\"\"\n\"Grüße 🎉\",x"))
                .containsExactly(
                        List.of("Id", "Name"),
                        List.of("1", "a, \"b\"\r\nc"),
                        List.of("", ""),
                        List.of("Grüße 🎉", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "\"a\"\n", "\"a\"\r\n", "a", "a\n"})
    @DisplayName("the last line may have an end or none")
    void readsTheLastLine(String text) {
        assertThat(rows(text)).containsExactly(List.of("a"));
    }

    @Test
    @DisplayName("nothing has no rows")
    void readsNothing() {
        assertThat(rows("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        a,b~1             | 1 values under 2 heads
        a,b~1,2,3         | 3 values under 2 heads
        a~"cut            | cut short
        a~"cut""          | cut short
        a~"b"c            | goes on after its closing quote
        a~b"c"            | a quote stands within
        a\tb~1^           | a line ends by half
        """)
    @DisplayName("what is no table is refused, with its row and a reason")
    void refuses(String text, String reason) {
        String table = text.strip().replace('~', '\n').replace('^', '\r');

        assertThatThrownBy(() -> rows(table))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("users")
                .hasMessageContaining("row 1")
                .hasMessageContaining(reason);
    }

    @Test
    @DisplayName("bytes that are not UTF-8 are refused, not replaced")
    void refusesOtherEncodings() {
        CsvTable table = new CsvTable("users", new byte[] {'a', (byte) 0xff, '\n'});

        assertThatThrownBy(table::next)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    @DisplayName("a value longer than any field is not read into memory")
    void refusesEndlessValues() {
        assertThatThrownBy(() -> rows("\"" + "x".repeat((1 << 20) + 1) + "\""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("longer than any field");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("what is written by the rules is read as it was")
    void readsWhatWasWritten(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int columns = random.nextInt(1, 6);
        List<List<String>> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 50; row++) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                String value = random.ints(random.nextInt(6), 0, 7)
                        .collect(
                                StringBuilder::new,
                                (made, at) -> made.append(",\"\r\nxü€".charAt(at)),
                                StringBuilder::append)
                        .toString();
                boolean isQuoted = random.nextBoolean() || value.matches("(?s).*[,\"\r\n].*") || value.isEmpty();
                values.add(value);
                text.append(column == 0 ? "" : ",")
                        .append(isQuoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
            }
            expected.add(values);
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }

        assertThat(rows(text.toString())).as("seed %d", seed).isEqualTo(expected);
    }
}
