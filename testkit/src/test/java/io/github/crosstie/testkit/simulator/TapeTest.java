package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "-2.1", "0.3.-2.z.0.10.-40.1"})
    void readsWhatItWrites(String text) {
        assertThat(Tape.parse(text)).hasToString(text);
        assertThat(Tape.parse(Tape.parse(text).toString())).isEqualTo(Tape.parse(text));
    }

    @Test
    void leavesZerosOutAtItsEnd() {
        assertThat(Tape.of(0, 3, 0, 0)).isEqualTo(Tape.of(0, 3)).hasToString("0.3");
        assertThat(Tape.of(0, 0)).isEqualTo(Tape.of()).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "1..2", "1.!", "--1", "zzzzzz"})
    void refusesWhatIsNoTape(String text) {
        assertThatThrownBy(() -> Tape.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tape");
    }
}
