package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.conflict.ConflictKind;
import io.github.crosstie.plan.OutcomeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/codes.md} explains every code, in the words of the library. */
class CodesTableTest {

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("../docs/codes.md"));
    }

    @ParameterizedTest
    @EnumSource(OutcomeCode.class)
    @DisplayName("S19: the table has a row for the code, with severity, retry class, meaning and remedy")
    void explainsEveryCode(OutcomeCode code) throws IOException {
        Guidance guidance = Guidance.of(code);

        assertThat(page())
                .contains("| `" + code + "` | " + Spelling.of(code.severity()) + " | " + Spelling.of(guidance.retry())
                        + " | " + guidance.meaning() + " | " + guidance.remedy() + " |");
    }

    @Test
    @DisplayName("S19: the table has no row for a code that does not exist")
    void explainsNoOtherCode() throws IOException {
        List<String> codes = Arrays.stream(OutcomeCode.values()).map(Enum::name).toList();

        assertThat(page().stream()
                        .filter(line -> line.startsWith("| `")
                                && line.chars().filter(sign -> sign == '|').count() == 6)
                        .map(line -> line.substring(3, line.indexOf('`', 3))))
                .hasSameSizeAs(codes)
                .isSubsetOf(codes);
    }

    @Test
    @DisplayName("S19: every code that the rule names is on the page")
    void explainsEveryCodeOfTheRule() throws IOException {
        String rule = Files.readAllLines(Path.of("../docs/rules.md")).stream()
                .filter(line -> line.startsWith("| S19 |"))
                .findFirst()
                .orElseThrow();
        List<String> named = Pattern.compile("[A-Z]+_[A-Z_]+|THROTTLED")
                .matcher(rule)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(named).hasSizeGreaterThanOrEqualTo(18);
        assertThat(String.join("\n", page()))
                .contains(named.stream().map(code -> "`" + code + "`").toList());
    }

    @ParameterizedTest
    @EnumSource(RetryClass.class)
    @DisplayName("S19: every retry class is explained")
    void explainsEveryRetryClass(RetryClass retry) throws IOException {
        assertThat(page()).anyMatch(line -> line.startsWith("| `" + Spelling.of(retry) + "` | "));
    }

    @ParameterizedTest
    @EnumSource(ConflictKind.class)
    @DisplayName("C1 to C10: every kind of conflict is explained")
    void explainsEveryConflict(ConflictKind kind) throws IOException {
        assertThat(page())
                .anyMatch(line -> line.startsWith("| " + kind.code() + " | `" + Spelling.of(kind) + "` | "
                        + Spelling.of(kind.severity()) + " | "));
    }
}
