package io.github.crosstie.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.DeletionGuard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardVerdictTest {

    @ParameterizedTest(name = "{0} deletions over {1} links, side emptied: {2}, held: {3}")
    @CsvSource({
        "0, 0, false, false",
        "0, 0, true, false",
        "4, 5, false, false",
        "4, 4, true, true",
        "5, 50, false, false",
        "5, 49, false, true",
        "25, 1000, false, false",
        "26, 1000, false, true"
    })
    @DisplayName("S13: more than 25, or at least 5 and more than a tenth, or a side emptied")
    void holds(int deletions, int links, boolean emptied, boolean held) {
        GuardVerdict verdict = GuardVerdict.of(DeletionGuard.DEFAULT, deletions, 0, links, emptied);

        assertThat(verdict.holds()).isEqualTo(held);
        assertThat(verdict.reason().isEmpty()).isNotEqualTo(held);
    }

    @Test
    @DisplayName("S13: deletions made within the window count, but where none is planned, none is held")
    void countsTheWindow() {
        assertThat(GuardVerdict.of(DeletionGuard.DEFAULT, 1, 25, 1000, false).holds())
                .isTrue();
        assertThat(GuardVerdict.of(DeletionGuard.DEFAULT, 1, 24, 1000, false).holds())
                .isFalse();
        assertThat(GuardVerdict.of(DeletionGuard.DEFAULT, 0, 26, 1000, true).holds())
                .isFalse();
    }

    @Test
    @DisplayName("S13: the reason says what to do: look, and release")
    void saysWhatToDo() {
        GuardVerdict verdict = GuardVerdict.of(DeletionGuard.DEFAULT, 2, 24, 1000, false);

        assertThat(verdict.reason())
                .isEqualTo(
                        "26 deletions, 24 of them made within PT24H, over 1000 links: more than 25; look at them with"
                                + " Crosstie.heldDeletions, and if they are meant, hand the token to Crosstie.releaseDeletions");
    }
}
