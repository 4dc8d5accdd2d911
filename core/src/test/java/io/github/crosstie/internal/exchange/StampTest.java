package io.github.crosstie.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's mark as items carry it. */
class StampTest {

    private static final String ADA = "Ada@acme.example";
    private static final CorrelationTag TAG = new CorrelationTag("v1/org/user/EVENT/source/link/MAIL/0.1");

    @Test
    @DisplayName("G4: the same mark is always the same text, and is read from it")
    void isTheSameText() {
        Stamp stamp = Stamp.ofEvent(ADA, TAG);

        assertThat(Stamp.ofEvent("ada@ACME.example", TAG).text()).isEqualTo(stamp.text());
        assertThat(Stamp.parse(stamp.text())).contains(stamp);
        assertThat(stamp.text()).endsWith("/" + TAG.value());
    }

    @Test
    @DisplayName("F19: a copy of an event, which has another UID, does not count as marked")
    void tellsACopy() {
        Stamp stamp = Stamp.ofEvent(ADA, TAG);

        assertThat(stamp.marks(ADA, stamp.uid())).isTrue();
        assertThat(stamp.marks(ADA, "040000008200E00074C5B7101A82E008")).isFalse();
        assertThat(stamp.marks(ADA, "")).isFalse();
    }

    @Test
    @DisplayName("F21: a mark of another mailbox does not count")
    void ignoresOtherMailboxes() {
        Stamp stamp = Stamp.ofContact("bea@acme.example", TAG);

        assertThat(stamp.marks(ADA, "")).isFalse();
        assertThat(stamp.marks("BEA@acme.example", "")).isTrue();
    }

    @Test
    @DisplayName("S6: a series that is not whole yet is found by its attempts, not by its mark")
    void tellsTheUnfinished() {
        Stamp first = Stamp.ofEvent(ADA, TAG).unfinished("key");
        Stamp second = Stamp.ofEvent(ADA, new CorrelationTag("another attempt")).unfinished("key");

        assertThat(first.text())
                .isEqualTo(second.text())
                .isNotEqualTo(Stamp.ofEvent(ADA, TAG).text());
        assertThat(Stamp.parse(first.text()).orElseThrow().state()).isEqualTo(Stamp.State.UNFINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1/a/b", "1/a/b/", "1/a/b/ ", "2/a/b/c", "v1/org/user/EVENT"})
    void takesNothingElseForAStamp(String text) {
        assertThat(Stamp.parse(text)).isEmpty();
    }
}
