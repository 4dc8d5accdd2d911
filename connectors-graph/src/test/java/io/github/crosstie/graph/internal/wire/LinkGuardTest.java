package io.github.crosstie.graph.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.ContractBrokenException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token goes to the service and to nobody else, whatever links an answer holds. */
@ParameterizedClass
@EnumSource(Way.class)
@Timeout(30)
class LinkGuardTest extends Scene {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:PORT/v1.0/delta",
                "https://127.0.0.1:PORT/v1.0/delta",
                "http://127.0.0.1:1/v1.0/delta",
                "http://127.0.0.1/v1.0/delta",
                "http://127.0.0.1.example.com:PORT/v1.0/delta",
                "http://127.0.0.1:PORT@example.com/v1.0/delta",
                "http://ada@127.0.0.1:PORT/v1.0/delta",
                "//example.com/v1.0/delta",
                "/v1.0/delta",
                "file:///etc/passwd",
                "mailto:ada@example.com"
            })
    void aLinkThatLeadsElsewhereIsRefusedAndNothingIsSent(String link) {
        String followed = link.replace("PORT", Integer.toString(server.root().getPort()));

        assertThat(trouble(channel(), read().following(followed)))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("nothing was sent there");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aLinkThatIsNoneIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> read().following("http://127.0.0.1/ {private}"))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageNotContaining("private");
    }

    @Test
    void aLinkToTheServiceIsFollowed() {
        String link = server.root() + "/users('ada')/contacts/delta?$deltatoken=x%3Dy";

        channel().call(read().following(link.replace("http:", "HTTP:")));

        assertThat(server.received().get(0).uri()).hasToString(link.substring(link.indexOf("/v1.0")));
        assertThat(server.received().get(0).header("Authorization")).isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void aTransportSendsNoTokenElsewhereEither() {
        GraphTransport transport = way.transport(server.root(), TOKEN);
        URI elsewhere = URI.create("http://localhost:" + server.root().getPort() + "/v1.0/x");
        GraphRequest request = new GraphRequest("read", ADA, Verb.GET, elsewhere, Map.of(), null);

        assertThatThrownBy(() -> transport.exchange(request)).isInstanceOf(ContractBrokenException.class);
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://graph.microsoft.com/v1.0, https://graph.microsoft.com:443/v1.0/x, true",
        "https://graph.microsoft.com/v1.0/, https://GRAPH.microsoft.com/v1.0/x, true",
        "https://graph.microsoft.com/v1.0, http://graph.microsoft.com/v1.0/x, false",
        "https://graph.microsoft.com/v1.0, https://graph.microsoft.us/v1.0/x, false"
    })
    void aServerIsItsSchemeHostAndPort(URI root, URI link, boolean covered) {
        assertThat(new ServiceRoot(root).covers(link)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph.microsoft.com", "ftp://x/v1.0", "https://a:b@x/v1.0", "https://x/v1.0?a=b"})
    void aRootIsAPlainAddress(String root) {
        assertThatThrownBy(() -> new ServiceRoot(URI.create(root)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://graph.microsoft.com/v1.0");
    }
}
