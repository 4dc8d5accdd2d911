package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.item.Side;
import java.net.http.HttpClient;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lines that the documentation of this module's types shows. */
class ApiExamplesTest {

    /** A cache of the host's. */
    private interface Tokens {
        String current();
    }

    private final Tokens tokens = () -> "token";

    @Test
    @DisplayName("over the JDK's client")
    void connector() {
        HttpClient client = HttpClient.newHttpClient();
        // spotless:off
        GraphConnector graph = GraphConnector.builder()
                .client(client) // the host's, shared by everything
                .tokens(TokenProvider.from(tokens::current))
                .userZones(owner -> ZoneId.of("Europe/Berlin"))
                .build();
        // spotless:on

        assertThat(graph.side()).isEqualTo(Side.MAIL);
    }

    @Test
    @DisplayName("over the vendor's client, where the host has one")
    void hostClient() {
        GraphServiceClient client = new GraphServiceClient(new AnonymousAuthenticationProvider());
        // spotless:off
        GraphConnector graph = HostGraphClient.connector(client)
                .userZones(owner -> ZoneId.of("Europe/Berlin"))
                .build();
        // spotless:on

        assertThat(graph.side()).isEqualTo(Side.MAIL);
    }
}
