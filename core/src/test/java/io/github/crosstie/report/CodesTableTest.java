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
                        .filter(line -> line.startsWith("| `") && line.split("\\|").length == 6)
                        .map(line -> line.split("`")[1]))
                .hasSameSizeAs(codes)
                .isSubsetOf(codes);
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
