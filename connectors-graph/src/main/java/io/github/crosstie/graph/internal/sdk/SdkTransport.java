package io.github.crosstie.graph.internal.sdk;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.http.middleware.options.RedirectHandlerOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.GraphRequest;
import io.github.crosstie.graph.internal.wire.GraphResponse;
import io.github.crosstie.graph.internal.wire.GraphTransport;
import io.github.crosstie.graph.internal.wire.ServiceRoot;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The transport through the request adapter of the host's client. The adapter signs in and sends; its answers are taken
 * as they come from the wire, since its own reading loses the status of whatever is not JSON. Its retries and
 * redirections are switched off for each request: it would create a contact three times.
 *
 * <p>The adapter blocks until the headers are there, for as long as the host's client allows (100 seconds unless the host
 * set another call timeout); the rest of the answer is bounded by the policy too. A sign-in that the server wants to be
 * renewed before its time is renewed with the next request that reads.
 */
public final class SdkTransport implements GraphTransport {

    private final RequestAdapter adapter;
    private final ServiceRoot root;
    private final GraphPolicy policy;

    private SdkTransport(RequestAdapter adapter, ServiceRoot root, GraphPolicy policy) {
        this.adapter = adapter;
        this.root = root;
        this.policy = policy;
    }

    /**
     * A transport.
     *
     * @param client the host's, shared by all mailboxes
     * @param policy what holds for every request
     * @return the transport; its root is the client's own
     */
    public static SdkTransport of(GraphServiceClient client, GraphPolicy policy) {
        RequestAdapter adapter = client.getRequestAdapter();
        return new SdkTransport(
                adapter, new ServiceRoot(URI.create(adapter.getBaseUrl())), Objects.requireNonNull(policy, "policy"));
    }

    @Override
    public ServiceRoot root() {
        return root;
    }

    @Override
    public GraphPolicy policy() {
        return policy;
    }

    @Override
    public GraphResponse exchange(GraphRequest request) {
        if (!root.covers(request.address())) {
            throw new ContractBrokenException(
                    request + ": leads away from " + root.address().getHost() + "; no token was sent there; report it");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new UnavailableException(
                    request + ": the thread was interrupted before anything was sent; run the round again");
        }
        long end = System.nanoTime() + policy.deadline().toNanos();
        NativeResponseHandler answer = new NativeResponseHandler();
        RequestInformation information = information(request);
        information.setResponseHandler(answer);
        Failures failures = new Failures(request, policy);
        try {
            adapter.sendPrimitive(information, null, InputStream.class);
        } catch (RuntimeException e) {
            throw failures.meaning(e, isHandedOver(information));
        }
        if (!(answer.getValue() instanceof Response response)) {
            throw new IllegalStateException(request + ": the host's Graph client is not built on OkHttp; pass one that"
                    + " is, or the HTTP client of the JDK");
        }
        try (response) {
            return whole(response, end, failures);
        } catch (IOException e) {
            throw failures.meaning(e, true);
        }
    }

    private static boolean isHandedOver(RequestInformation information) {
        return information.content instanceof OnceOnly content && content.isHandedOver();
    }

    private static RequestInformation information(GraphRequest request) {
        RequestInformation information = new RequestInformation();
        information.httpMethod = HttpMethod.valueOf(request.verb().name());
        // Only traces show the template; the address itself holds names of people.
        information.urlTemplate = "{+baseurl}";
        information.setUri(request.address());
        String body = request.body();
        if (!request.isReading()) {
            OnceOnly content = OnceOnly.of(body == null ? "" : body);
            information.content = content;
            information.headers.add("Content-Length", Integer.toString(content.length()));
        }
        request.headers().forEach(information.headers::add);
        information.addRequestOptions(List.of(
                new RetryHandlerOption((delay, count, sent, response) -> false, 0, 0),
                new RedirectHandlerOption(0, response -> false)));
        return information;
    }

    private GraphResponse whole(Response response, long end, Failures failures) throws IOException {
        Map<String, String> headers = new HashMap<>();
        response.headers().names().forEach(name -> headers.put(name, String.valueOf(response.header(name))));
        ResponseBody body = response.body();
        if (body == null) {
            return GraphResponse.of(response.code(), headers, new byte[0]);
        }
        body.source().timeout().deadlineNanoTime(end);
        InputStream stream = body.byteStream();
        byte[] content = stream.readNBytes(policy.largestAnswer());
        if (content.length == policy.largestAnswer() && stream.read() >= 0) {
            throw failures.tooLarge();
        }
        return GraphResponse.of(response.code(), headers, content);
    }
}
