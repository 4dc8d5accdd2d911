package io.github.crosstie.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    @DisplayName("S2: reasons are no keys by which a record could be matched")
    void matchesByNoReason() {
        Waiting waiting = Waiting.forKeys(Set.of("mail:ada@analytical.example"))
                .and(Waiting.AT_CAP)
                .and(Waiting.BEHIND_UNREADABLE)
                .and(Waiting.wouldNotify(Side.CRM))
                .and(Waiting.wouldNotify(Side.MAIL));

        assertThat(waiting.keys()).hasSize(5);
        assertThat(waiting.matchKeys()).containsExactly("mail:ada@analytical.example");
    }

    @Test
    @DisplayName("S23: another reason changes nothing of when it wakes up by itself")
    void keepsTheMoment() {
        Instant until = Instant.parse("2026-03-02T08:00:00Z");

        assertThat(Waiting.until(until).and(Waiting.AT_CAP).until()).isEqualTo(until);
    }
}
