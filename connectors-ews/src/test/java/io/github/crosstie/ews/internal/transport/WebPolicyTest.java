package io.github.crosstie.ews.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPolicyTest {

    @Test
    void isEncryptedUnlessAskedOtherwise() {
        assertThat(WebPolicy.DEFAULT.plainHttp()).isFalse();
        assertThat(WebPolicy.DEFAULT
                        .withPlainHttp()
                        .within(Duration.ofSeconds(1))
                        .plainHttp())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refusesADeadlineThatIsOverAtOnce(Duration deadline) {
        assertThatThrownBy(() -> WebPolicy.DEFAULT.within(deadline))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pass a positive duration");
    }

    @Test
    void refusesToTakeNothing() {
        assertThatThrownBy(() -> new WebPolicy(Duration.ofSeconds(1), 0, false, "Crosstie"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pass a positive number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Cross\ntie", "Crosstië"})
    void refusesANameThatNoHeaderCanCarry(String name) {
        assertThatThrownBy(() -> new WebPolicy(Duration.ofSeconds(1), 1, false, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("printable ASCII");
    }
}
