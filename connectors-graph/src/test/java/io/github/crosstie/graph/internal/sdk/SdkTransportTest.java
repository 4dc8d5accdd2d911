package io.github.crosstie.graph.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.ScriptedGraph;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is of the host's client alone. */
@Timeout(60)
class SdkTransportTest {

    private final ScriptedGraph server =
            ScriptedGraph.start((exchange, request) -> ScriptedGraph.json(exchange, 200, "{}"));

    @AfterEach
    void close() {
        server.close();
    }

    private GraphChannel channel(AuthenticationProvider signIn, OkHttpClient client, GraphPolicy policy) {
        GraphServiceClient host = new GraphServiceClient(signIn, client);
        host.getRequestAdapter().setBaseUrl(server.root().toString());
        return GraphChannels.of(SdkTransport.of(host, policy), MutableClock.create(), () -> "id")
                .channel(new Owner("ada@example.com"));
    }

    private GraphChannel channel(AuthenticationProvider signIn) {
        return channel(signIn, GraphClientFactory.create().build(), GraphPolicy.DEFAULT);
    }

    private static GraphCall read() {
        return GraphCall.get("read contact", "contacts", "A");
    }

    private static CrosstieException trouble(GraphChannel channel, GraphCall call) {
        return catchThrowableOfType(CrosstieException.class, () -> channel.call(call));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // nothing interrupts a thread that reads
    void thePolicysDeadlineHoldsWhereTheHostsClientHasNone() {
        OkHttpClient patient = GraphClientFactory.create()
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .build();
        GraphChannel channel =
                channel((request, context) -> {}, patient, GraphPolicy.DEFAULT.within(Duration.ofSeconds(1)));
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            server.stall();
        });

        assertThat(trouble(channel, read()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no complete answer within PT1S");
    }

    @Test
    void theHostsOwnSignInIsUsedForEveryRequest() {
        GraphChannel channel = channel((request, context) -> request.headers.add("Authorization", "Bearer host"));

        channel.call(read());
        channel.call(GraphCall.delete("remove contact", "contacts", "A"));

        assertThat(server.received())
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer host", "Bearer host");
    }

    @Test
    void aSignInThatFailsIsUnauthorized() {
        CrosstieException thrown = trouble(
                channel((request, context) -> {
                    throw new IllegalStateException("secret expired");
                }),
                read());

        assertThat(thrown).isInstanceOf(UnauthorizedException.class).hasRootCauseMessage("secret expired");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aSignInWhoseIssuerDoesNotAnswerIsTriedLater() {
        CrosstieException thrown = trouble(
                channel((request, context) -> {
                    throw new UncheckedIOException(new IOException("issuer"));
                }),
                read());

        assertThat(thrown).isInstanceOf(UnavailableException.class);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aClientThatFailsAfterItSentLeavesAWriteInDoubt() {
        OkHttpClient failing = GraphClientFactory.create()
                .addInterceptor(chain -> {
                    chain.proceed(chain.request()).close();
                    throw new IllegalStateException("broken");
                })
                .build();
        GraphChannel channel = channel((request, context) -> {}, failing, GraphPolicy.DEFAULT);

        CrosstieException thrown =
                trouble(channel, GraphCall.post("create contact", ScriptedGraph.parsed("{}"), "contacts"));

        assertThat(server.received()).hasSize(1);
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
    }

    @Test
    void aSignInThatFailsLeavesNoWriteInDoubt() {
        CrosstieException thrown = trouble(
                channel((request, context) -> {
                    throw new IllegalStateException("secret expired");
                }),
                GraphCall.delete("remove contact", "contacts", "A"));

        assertThat(AnswerLost.isBehind(thrown)).isFalse();
    }

    @Test
    void whatTheHostsSignInThrowsOfOursStaysWhatItIs() {
        UnauthorizedException ours = new UnauthorizedException("consent is missing");

        assertThat(trouble(
                        channel((request, context) -> {
                            throw ours;
                        }),
                        read()))
                .isSameAs(ours);
    }

    @Test
    void aReadIsSignedInAnewWhereTheServerWantsClaims() {
        String claims = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
        server.behave((exchange, request) -> {
            if (request.header("Authorization").equals("Bearer new")) {
                ScriptedGraph.json(exchange, 200, "{}");
            } else {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer claims=\"" + claims + "\"");
                ScriptedGraph.error(exchange, 401, "InvalidAuthenticationToken");
            }
        });
        GraphChannel channel = channel((request, context) -> request.headers.put(
                "Authorization",
                Set.of(context != null && context.containsKey("claims") ? "Bearer new" : "Bearer old")));

        assertThat(channel.call(read()).succeeded()).isTrue();
    }

    @Test
    void nothingIsSentTwiceByTheLayersBelowEvenWhereTheServerSaysAtOnce() {
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            ScriptedGraph.error(exchange, 503, "ServiceNotAvailable");
        });

        CrosstieException thrown = trouble(
                channel((request, context) -> {}),
                GraphCall.post("create contact", ScriptedGraph.parsed("{}"), "contacts"));

        assertThat(AnswerLost.isBehind(thrown)).isTrue();
        assertThat(server.received()).hasSize(1);
    }
}
