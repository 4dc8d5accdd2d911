package io.github.crosstie.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.internal.item.ItemMapping;
import io.github.crosstie.graph.internal.item.ItemRecord;
import io.github.crosstie.graph.internal.operation.Delta;
import io.github.crosstie.graph.internal.operation.DeltaEntry;
import io.github.crosstie.graph.internal.sdk.SdkTransport;
import io.github.crosstie.graph.internal.transport.LeanTransport;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.GraphTransport;
import io.github.crosstie.graph.internal.wire.ServiceRoot;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The library's own way through a page of Graph: its mapping, over one of its two transports. */
final class GraphReading {

    private static final Owner USER = new Owner("user@example.com");
    private static final String TOKEN = "token";

    private final GraphChannel channel;

    GraphReading(GraphTransport transport) {
        channel =
                GraphChannels.of(transport, Clock.systemUTC(), () -> "request").channel(USER);
    }

    /** Over the JDK's client, which answers with a page from memory. */
    static GraphReading lean(byte[] page) {
        return new GraphReading(lean(new MemoryHttpClient(page), URI.create(GraphPages.SERVICE), TOKEN));
    }

    static GraphTransport lean(HttpClient client, URI service, String token) {
        return LeanTransport.of(
                client, new ServiceRoot(service), TokenProvider.constant(token), GraphPolicy.DEFAULT, "Crosstie");
    }

    /** Over the request adapter of the vendor's client, which answers with a page from memory. */
    static GraphReading adapter(byte[] page) {
        OkHttpClient client = GraphClientFactory.create()
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .header("Content-Type", "application/json")
                        .body(ResponseBody.create(page, MediaType.get("application/json")))
                        .build())
                .build();
        return new GraphReading(
                SdkTransport.of(vendors(client, URI.create(GraphPages.SERVICE), TOKEN), GraphPolicy.DEFAULT));
    }

    /** The vendor's client, as its users make it. */
    static GraphServiceClient vendors(OkHttpClient http, URI service, String token) {
        GraphServiceClient client = new GraphServiceClient(
                (request, context) -> request.headers.add("Authorization", "Bearer " + token), http);
        client.getRequestAdapter().setBaseUrl(service.toString());
        return client;
    }

    /** What changes are, as a round asks: which items are there, and in which version. */
    List<DeltaEntry> changes(GraphCall call, int most) {
        return new Delta(channel).page(call, null, most).entries();
    }

    /** All that a page tells of items. */
    List<ItemRecord> items(GraphCall call, ItemMapping mapping) {
        List<ItemRecord> items = new ArrayList<>();
        for (JsonNode item : channel.call(call).required().path("value")) {
            items.add(mapping.read(item));
        }
        return items;
    }
}
