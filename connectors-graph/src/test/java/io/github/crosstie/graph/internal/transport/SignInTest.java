package io.github.crosstie.graph.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.auth.TokenRefusal;
import io.github.crosstie.graph.auth.TokenRequest;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.ScriptedGraph;
import io.github.crosstie.graph.internal.wire.ScriptedGraph.Received;
import io.github.crosstie.graph.internal.wire.ServiceRoot;
import io.github.crosstie.http.internal.Deadline;
import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which token goes with which request, and what becomes of one that is refused. */
class SignInTest {

    private static final Owner ADA = new Owner("ada@example.com");

    private final ScriptedGraph server = ScriptedGraph.start(SignInTest::onlyTheNewToken);

    @AfterEach
    void close() {
        server.close();
    }

    private static void onlyTheNewToken(HttpExchange exchange, Received request) throws IOException {
        if (request.header("Authorization").equals("Bearer new")) {
            ScriptedGraph.json(exchange, 200, "{}");
        } else {
            ScriptedGraph.error(exchange, 401, "InvalidAuthenticationToken");
        }
    }

    private GraphChannel channel(TokenProvider tokens) {
        return GraphChannels.of(
                        LeanTransport.of(
                                HttpClient.newHttpClient(),
                                new ServiceRoot(server.root()),
                                tokens,
                                GraphPolicy.DEFAULT,
                                "Crosstie tests"),
                        MutableClock.create(),
                        () -> "id")
                .channel(ADA);
    }

    private static GraphCall read() {
        return GraphCall.get("read contact", "contacts", "A");
    }

    private List<String> tokensSent() {
        return server.received().stream()
                .map(request -> request.header("Authorization"))
                .toList();
    }

    @Test
    void asksForATokenForTheServiceAndTheMailbox() {
        List<TokenRequest> asked = new ArrayList<>();

        channel(request -> {
                    asked.add(request);
                    return "new";
                })
                .call(read());

        assertThat(asked).containsExactly(new TokenRequest(server.root(), ADA));
        assertThat(asked.get(0).scope())
                .isEqualTo("http://127.0.0.1:" + server.root().getPort() + "/.default");
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndTheWriteIsSentAgain() {
        GraphCall write = GraphCall.post("create contact", ScriptedGraph.parsed("{\"a\":1}"), "contacts");

        channel(new Renewing("old", "new")).call(write);

        assertThat(tokensSent()).containsExactly("Bearer old", "Bearer new");
        assertThat(server.received().get(1).json()).isEqualTo(write.body());
    }

    @Test
    void aRenewalThatHangsKeepsOthersNoLongerThanTheirDeadline() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        SignIn signIn = new SignIn(new Hanging(begun, end));
        TokenRequest wanted = new TokenRequest(server.root(), ADA);
        Thread first =
                new Thread(() -> signIn.next(wanted, "old", List.of(), Deadline.after(GraphPolicy.DEFAULT.deadline())));
        first.start();
        begun.await();

        assertThatThrownBy(() -> signIn.next(wanted, "old", List.of(), Deadline.after(Duration.ofMillis(1))))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("renewing");
        end.countDown();
        first.join();
    }

    /** Gives an old token, and no new one before it is let. */
    private record Hanging(CountDownLatch begun, CountDownLatch end) implements TokenProvider {

        @Override
        public String token(TokenRequest request) {
            return "old";
        }

        @Override
        public String renew(TokenRequest request, TokenRefusal refusal) {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "new";
        }
    }

    @Test
    void aTokenThatIsRefusedTwiceIsTheEnd() {
        GraphChannel channel = channel(new Renewing("old", "older"));

        assertThatThrownBy(() -> channel.call(read()))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageNotContaining("older");
        assertThat(tokensSent()).hasSize(2);
    }

    @Test
    void aProviderWithoutAnotherTokenIsAskedNoMore() {
        GraphChannel channel = channel(TokenProvider.constant("old"));

        assertThatThrownBy(() -> channel.call(read())).isInstanceOf(UnauthorizedException.class);
        assertThat(tokensSent()).containsExactly("Bearer old");
    }

    @Test
    void aTokenThatAnotherRequestRenewedIsTakenAsItIs() {
        Renewing tokens = new Renewing("old", "new");
        TokenProvider renewedMeanwhile = new TokenProvider() {
            @Override
            public String token(TokenRequest request) {
                String token = tokens.current;
                tokens.current = "new";
                return token;
            }

            @Override
            public String renew(TokenRequest request, TokenRefusal refusal) {
                return tokens.renew(request, refusal);
            }
        };

        channel(renewedMeanwhile).call(read());

        assertThat(tokens.refusals).isEmpty();
        assertThat(tokensSent()).containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void tellsTheProviderWhatTheServerWantsTheNextTokenToSay() {
        String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1604106651\"}}}";
        String packed = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders()
                    .set(
                            "WWW-Authenticate",
                            "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + packed + "\"");
            onlyTheNewToken(exchange, request);
        });
        Renewing tokens = new Renewing("old", "new");

        channel(tokens).call(read());

        assertThat(tokens.refusals).containsExactly(new TokenRefusal("old", Optional.of(claims)));
        assertThat(tokens.refusals.get(0)).hasToString("TokenRefusal[with claims]");
    }

    @Test
    void aChallengeThatIsNoneIsNoClaim() {
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer claims=\"=x\"");
            onlyTheNewToken(exchange, request);
        });
        Renewing tokens = new Renewing("old", "new");

        channel(tokens).call(read());

        assertThat(tokens.refusals).containsExactly(new TokenRefusal("old", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "ümlaut"})
    void aTokenThatNoHeaderCanCarryIsRefusedWithoutShowingIt(String token) {
        GraphChannel channel = channel(TokenProvider.constant(token));

        assertThatThrownBy(() -> channel.call(read()))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("have it give the access token alone")
                .hasNoCause();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void whatTheProviderThrowsIsWhatTheCallThrows() {
        UnauthorizedException refused = new UnauthorizedException("consent is missing");
        GraphChannel channel = channel(request -> {
            throw refused;
        });

        assertThatThrownBy(() -> channel.call(read())).isSameAs(refused);
    }

    @Test
    void whatALibraryThrowsIsUnauthorized() {
        GraphChannel channel = channel(request -> {
            throw new IllegalStateException("secret expired");
        });

        assertThatThrownBy(() -> channel.call(read()))
                .isInstanceOf(UnauthorizedException.class)
                .hasRootCauseMessage("secret expired");
    }

    @Test
    void whatALibraryThrowsIsUnavailableWhereTheNetworkIsBehindIt() {
        GraphChannel channel = channel(request -> {
            throw new IllegalStateException(new UncheckedIOException(new IOException("no route")));
        });

        assertThatThrownBy(() -> channel.call(read())).isInstanceOf(UnavailableException.class);
    }

    private static final class Renewing implements TokenProvider {

        private final String next;
        private final List<TokenRefusal> refusals = new ArrayList<>();
        private String current;

        Renewing(String first, String next) {
            this.current = first;
            this.next = next;
        }

        @Override
        public String token(TokenRequest request) {
            return current;
        }

        @Override
        public String renew(TokenRequest request, TokenRefusal refusal) {
            refusals.add(refusal);
            current = next;
            return next;
        }
    }
}
