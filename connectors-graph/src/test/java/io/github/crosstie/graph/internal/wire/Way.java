package io.github.crosstie.graph.internal.wire;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.internal.sdk.SdkTransport;
import io.github.crosstie.graph.internal.transport.LeanTransport;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** How requests reach Graph. Every test of the wire runs over each. */
public enum Way {
    /** Over the JDK's client. */
    LEAN {
        @Override
        public GraphTransport transport(URI root, String token, GraphPolicy policy) {
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            return LeanTransport.of(
                    client, new ServiceRoot(root), TokenProvider.constant(token), policy, "Crosstie tests");
        }
    },
    /** Over the client that a host has already, as the vendor makes it: retries and all. */
    SDK {
        @Override
        public GraphTransport transport(URI root, String token, GraphPolicy policy) {
            GraphServiceClient client = new GraphServiceClient(
                    (request, context) -> request.headers.add("Authorization", "Bearer " + token),
                    GraphClientFactory.create()
                            .callTimeout(policy.deadline().plus(HEADROOM))
                            .build());
            client.getRequestAdapter().setBaseUrl(root.toString());
            return SdkTransport.of(client, policy);
        }
    };

    /** So that the policy's deadline, not the host's, ends an answer that stalls in its middle. */
    private static final Duration HEADROOM = Duration.ofMillis(200);

    /**
     * A transport.
     *
     * @param root where the service is, such as {@code http://127.0.0.1:8080/v1.0}
     * @param token signs in
     * @param policy what holds for every request
     * @return the transport
     */
    public abstract GraphTransport transport(URI root, String token, GraphPolicy policy);

    /**
     * A transport under the usual policy.
     *
     * @param root where the service is
     * @param token signs in
     * @return the transport
     */
    public GraphTransport transport(URI root, String token) {
        return transport(root, token, GraphPolicy.DEFAULT);
    }
}
