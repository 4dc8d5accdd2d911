package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.dispatch.DispatchSettings;
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
    @DisplayName("leave out the time of a whole dispatch, as a cluster has no end, and keep that of a mailbox")
    void leaveOutTheTimeOfTheWhole() {
        DispatchSettings dispatch =
                ClusterSettings.DEFAULT.dispatch().withTime(Duration.ofMinutes(1), Duration.ofMinutes(2));

        assertThat(ClusterSettings.DEFAULT.withDispatch(dispatch).dispatch())
                .isEqualTo(dispatch.withTime(null, Duration.ofMinutes(2)));
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
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withHeartbeat(Duration.ofNanos(999_999), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 ms or more");
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withPoll(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 ms or more");
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withInterval(Duration.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withInterval(Duration.ofMinutes(1), 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> ClusterSettings.DEFAULT.withInterval(Duration.ofMinutes(1), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
