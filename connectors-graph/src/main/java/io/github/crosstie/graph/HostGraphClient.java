package io.github.crosstie.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.github.crosstie.graph.internal.sdk.SdkTransport;
import java.util.Objects;

/**
 * The way to Graph for a host that has a client of the vendor's: sign-in, proxy and address are that client's. Needs
 * {@code microsoft-graph} on the class path, which this module does not bring along.
 *
 * <pre>{@code
 * GraphConnector graph = HostGraphClient.connector(client)
 *         .userZones(owner -> ZoneId.of("Europe/Berlin"))
 *         .build();
 * }</pre>
 */
public final class HostGraphClient {

    private HostGraphClient() {}

    /**
     * Starts a connector over the host's client. Of that client its request adapter is used, with retries and
     * redirects switched off: they would create records twice.
     *
     * @param client the host's client, shared by all mailboxes
     * @return a builder that needs no client, tokens or service any more, but the zones
     */
    public static GraphConnector.Builder connector(GraphServiceClient client) {
        Objects.requireNonNull(client, "client");
        return GraphConnector.builder().transport(policy -> SdkTransport.of(client, policy));
    }
}
