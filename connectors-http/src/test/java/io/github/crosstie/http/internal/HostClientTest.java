package io.github.crosstie.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Authenticator;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host's client and the policy must be like. */
class HostClientTest {

    @Test
    void takesAPlainClient() {
        HttpClient plain = HttpClient.newHttpClient();

        assertThat(HostClient.usable(plain)).isSameAs(plain);
    }

    @Test
    void refusesAClientThatWouldCarryTokensAway() {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> HostClient.usable(client))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Redirect.NEVER");
    }

    @Test
    void refusesAClientThatWouldDropTokens() {
        HttpClient client =
                HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

        assertThatThrownBy(() -> HostClient.usable(client))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Authenticator");
    }

    @Test
    void refusesAClientThatWouldMixUsers() {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        assertThatThrownBy(() -> HostClient.usable(client))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CookieHandler");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "Grüße"})
    void refusesANameThatNoHeaderCanCarry(String name) {
        Duration minute = Duration.ofMinutes(1);

        assertThatThrownBy(() -> new ExchangePolicy(minute, 1, name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPolicyWithoutTimeOrRoom() {
        assertThatThrownBy(() -> ExchangePolicy.DEFAULT.within(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExchangePolicy(Duration.ofSeconds(1), 0, "Crosstie"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
