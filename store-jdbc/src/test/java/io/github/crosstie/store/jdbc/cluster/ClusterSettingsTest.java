package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings of a cluster")
class ClusterSettingsTest {

    @Test
    @DisplayName("say within which time the mailboxes of a dead process go on")
    void sayTheTimeOfATakeOver() {
        assertThat(ClusterSettings.DEFAULT.takeOver()).isEqualTo(Duration.ofSeconds(62));
        assertThat(ClusterSettings.DEFAULT
                        .withHeartbeat(Duration.ofSeconds(1), 4)
                        .withPoll(Duration.ofSeconds(1))
                        .takeOver())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    @DisplayName("refuse what cannot work, and say what does")
    void refuseWhatCannotWork() {
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withHeartbeat(Duration.ofSeconds(1), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 or more");
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withHeartbeat(Duration.ZERO, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heartbeat of PT0S");
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withPoll(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withInterval(Duration.ofMinutes(1), 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withInterval(Duration.ofMinutes(1), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
