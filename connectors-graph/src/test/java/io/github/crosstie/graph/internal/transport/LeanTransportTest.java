package io.github.crosstie.graph.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.ServiceRoot;
import io.github.crosstie.testkit.MutableClock;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host's client and the policy must be like. */
class LeanTransportTest {

    private static LeanTransport over(HttpClient client, String userAgent) {
        return LeanTransport.of(
                client,
                new ServiceRoot(URI.create("https://graph.microsoft.com/v1.0/")),
                TokenProvider.constant("t"),
                GraphPolicy.DEFAULT,
                userAgent);
    }

    @Test
    void takesAPlainClient() {
        assertThat(over(HttpClient.newHttpClient(), "Crosstie").root().address())
                .hasToString("https://graph.microsoft.com/v1.0");
    }

    @Test
    void refusesAClientThatWouldCarryTokensAway() {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> over(client, "Crosstie"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Redirect.NEVER");
    }

    @Test
    void refusesAClientThatWouldDropTokens() {
        HttpClient client =
                HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

        assertThatThrownBy(() -> over(client, "Crosstie"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Authenticator");
    }

    @Test
    void refusesAClientThatWouldMixMailboxes() {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        assertThatThrownBy(() -> over(client, "Crosstie"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CookieHandler");
    }

    @Test
    void aHostThatShutsDownIsUnavailable() {
        ExecutorService stopped = Executors.newSingleThreadExecutor();
        stopped.shutdown();
        GraphChannel channel = GraphChannels.of(
                        over(HttpClient.newBuilder().executor(stopped).build(), "Crosstie"),
                        MutableClock.create(),
                        () -> "id")
                .channel(new Owner("ada@acme.example"));

        assertThatThrownBy(() -> channel.call(GraphCall.get("read contact", "contacts", "A")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("shuts down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "Grüße"})
    void refusesANameThatNoHeaderCanCarry(String name) {
        HttpClient client = HttpClient.newHttpClient();

        assertThatThrownBy(() -> over(client, name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPolicyWithoutTimeOrRoom() {
        assertThatThrownBy(() -> GraphPolicy.DEFAULT.within(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GraphPolicy(Duration.ofSeconds(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
