package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @ParameterizedTest
    @ValueSource(ints = {'\r', 0x1B, 0x85, 0x200B, 0x202E, 0x2028, 0x2029, 0xD83D, 0xDE00})
    @DisplayName("S19: nothing that is typed breaks a line, steers a terminal, or cannot be written")
    void replacesWhatIsNoText(int strange) {
        assertThat(Plain.text("a" + Character.toString(strange) + "b")).isEqualTo("a?b");
    }

    @Test
    @DisplayName("S19: whole characters stay, also those of two halves")
    void leavesTextAlone() {
        assertThat(Plain.text("\u00C5da \uD83D\uDE00"))
                .isEqualTo("\u00C5da \uD83D\uDE00")
                .satisfies(
                        text -> assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                                .isTrue());
    }
}
