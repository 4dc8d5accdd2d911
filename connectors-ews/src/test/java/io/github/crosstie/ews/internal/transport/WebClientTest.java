package io.github.crosstie.ews.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crosstie.ews.auth.Challenge;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.auth.NtlmServer;
import io.github.crosstie.ews.auth.SignIn;
import io.github.crosstie.ews.auth.SignInTarget;
import io.github.crosstie.ews.auth.TokenProvider;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WebClientTest {

    private static final WebPolicy POLICY = WebPolicy.DEFAULT.withPlainHttp().within(Duration.ofMinutes(1));
    private static final EwsAuth BEARER = EwsAuth.bearer(target -> "token");

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        executor.shutdownNow();
    }

    @Test
    void refusesAClientWithAnAuthenticator() {
        HttpClient client =
                HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

        assertThatThrownBy(() -> WebClient.of(client, BEARER, POLICY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("drop our sign-in")
                .hasMessageContaining("pass a client without one");
    }

    @Test
    void refusesAClientThatFollowsRedirects() {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> WebClient.of(client, BEARER, POLICY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Redirect.NEVER");
    }

    @Test
    void refusesAClientThatKeepsCookies() {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        assertThatThrownBy(() -> WebClient.of(client, BEARER, POLICY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CookieHandler");
    }

    @Test
    void refusesAClientWithoutAnExecutorWhereEachConnectionNeedsAClient() {
        assertThatThrownBy(() -> WebClient.of(TestServer.client(), ntlm("correct horse", 2), POLICY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pass a client with an executor");
    }

    @Test
    void renewsATokenOnceAndSendsTheRequestAgain() {
        AtomicInteger renewals = new AtomicInteger();
        TokenProvider source = new TokenProvider() {
            @Override
            public String token(SignInTarget target) {
                return "token-" + renewals.get();
            }

            @Override
            public String renew(SignInTarget target, String refused) {
                return "token-" + renewals.incrementAndGet();
            }
        };
        try (TestServer server = TestServer.start((exchange, request) -> TestServer.answer(
                exchange, request.header("Authorization").equals("Bearer token-1") ? 200 : 401, "text/plain", ""))) {
            int status = status(WebClient.of(TestServer.client(), EwsAuth.bearer(source), POLICY), server);

            assertThat(status).isEqualTo(200);
            assertThat(server.received()).extracting(TestServer.Received::body).containsExactly("question", "question");
        }
    }

    @Test
    void endsWith401WhenTheRenewedTokenIsRefusedToo() {
        AtomicInteger tokens = new AtomicInteger();
        try (TestServer server = TestServer.start((exchange, request) -> exchange.sendResponseHeaders(401, -1))) {
            EwsAuth auth = EwsAuth.bearer(target -> "token-" + tokens.incrementAndGet());

            assertThat(status(WebClient.of(TestServer.client(), auth, POLICY), server))
                    .isEqualTo(401);
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void showsNoSecretOfASignInThatGivesWhatNoHeaderCanCarry() {
        EwsAuth broken = target -> new SignIn() {
            @Override
            public String first() {
                return "Custom secret\n";
            }

            @Override
            public Optional<String> next(Challenge challenge) {
                return Optional.empty();
            }
        };
        try (TestServer server = TestServer.start((exchange, request) -> exchange.sendResponseHeaders(200, -1))) {
            WebClient web = WebClient.of(TestServer.client(), broken, POLICY);

            assertThatThrownBy(() -> status(web, server))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void signsInByBasicOverHttps() {
        TestIdentity identity = TestIdentity.own();
        try (TestServer server = TestServer.startEncrypted(
                identity.context(),
                (exchange, request) -> TestServer.answer(
                        exchange,
                        request.header("Authorization").equals("Basic YW5uYTpzZWNyZXQ=") ? 200 : 401,
                        "text/plain",
                        ""))) {
            EwsAuth basic = EwsAuth.basic("anna", () -> "secret");

            assertThat(status(WebClient.of(identity.client(executor), basic, WebPolicy.DEFAULT), server))
                    .isEqualTo(200);
        }
    }

    @Test
    void tellsAServerThatNobodyVouchesFor() {
        try (TestServer server = TestServer.startEncrypted(
                TestIdentity.other().context(), (exchange, request) -> exchange.sendResponseHeaders(200, -1))) {
            WebClient web = WebClient.of(TestIdentity.own().client(executor), BEARER, WebPolicy.DEFAULT);

            CrosstieException failure = catchThrowableOfType(CrosstieException.class, () -> status(web, server));

            assertThat(failure).isInstanceOf(UnavailableException.class).hasMessageContaining("certificate");
            assertThat(AnswerLost.isBehind(failure)).isFalse();
        }
    }

    @Test
    void signsAConnectionInOnceAndSendsTheRequestOnceOverIt() {
        NtlmGuard ntlm = new NtlmGuard(NtlmServer.lenient());
        try (TestServer server = guarded(ntlm)) {
            WebClient web = lanes(ntlm("correct horse", 1));

            assertThat(List.of(status(web, server), status(web, server), status(web, server)))
                    .containsOnly(200);
            assertThat(server.received())
                    .extracting(TestServer.Received::body)
                    .as("the offer carries no body")
                    .containsExactly("", "question", "question", "question");
            assertThat(connections(server)).hasSize(1);
        }
    }

    @Test
    void signsInAnewWhenTheServerClosedTheConnection() {
        NtlmGuard ntlm = new NtlmGuard(NtlmServer.lenient());
        AtomicInteger answers = new AtomicInteger();
        try (TestServer server = TestServer.start((exchange, request) -> {
            if (ntlm.admits(exchange, request)) {
                if (answers.incrementAndGet() == 1) {
                    exchange.getResponseHeaders().set("Connection", "close");
                }
                TestServer.answer(exchange, 200, "text/plain", "answer");
            }
        })) {
            WebClient web = lanes(ntlm("correct horse", 1));

            assertThat(List.of(status(web, server), status(web, server))).containsOnly(200);
            assertThat(connections(server)).hasSize(2);
        }
    }

    @Test
    void endsWith401WhenThePasswordIsWrong() {
        NtlmGuard ntlm = new NtlmGuard(NtlmServer.lenient());
        try (TestServer server = guarded(ntlm)) {
            assertThat(status(lanes(ntlm("battery staple", 1)), server)).isEqualTo(401);
            assertThat(server.received())
                    .as("no storm that would lock the account")
                    .hasSize(2);
        }
    }

    @Test
    void sharesItsConnectionsAmongThreads() throws InterruptedException, ExecutionException {
        NtlmGuard ntlm = new NtlmGuard(NtlmServer.lenient());
        try (TestServer server = guarded(ntlm)) {
            WebClient web = lanes(ntlm("correct horse", 3));
            List<Future<List<Integer>>> rounds = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                rounds.add(executor.submit(() -> {
                    List<Integer> statuses = new ArrayList<>();
                    for (int request = 0; request < 25; request++) {
                        statuses.add(status(web, server));
                    }
                    return statuses;
                }));
            }

            for (Future<List<Integer>> round : rounds) {
                assertThat(round.get()).hasSize(25).containsOnly(200);
            }
            assertThat(connections(server)).hasSizeLessThanOrEqualTo(3);
            assertThat(server.received()).hasSizeLessThanOrEqualTo(200 + 3);
        }
    }

    @Test
    void waitsForAFreeConnectionNoLongerThanTheDeadline() {
        NtlmGuard ntlm = new NtlmGuard(NtlmServer.lenient());
        try (TestServer server = guarded(ntlm)) {
            WebClient web = lanes(ntlm("correct horse", 1));
            try (WebAnswer first = web.send(question(server))) {
                assertThat(first.status()).isEqualTo(200);

                CrosstieException failure = catchThrowableOfType(
                        CrosstieException.class,
                        () -> web.send(question(server), POLICY.within(Duration.ofMillis(50))));

                assertThat(failure)
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("no signed-in connection became free");
                assertThat(AnswerLost.isBehind(failure)).isFalse();
            }
            assertThat(status(web, server)).as("the connection is free again").isEqualTo(200);
        }
    }

    @Test
    @DisplayName("Extended Protection: over https the sign-in is bound to the server's certificate")
    void satisfiesAServerThatRequiresExtendedProtection()
            throws CertificateEncodingException, NoSuchAlgorithmException {
        TestIdentity identity = TestIdentity.own();
        NtlmGuard ntlm = new NtlmGuard(NtlmServer.requiring(expectedBinding(identity)));
        try (TestServer server = TestServer.startEncrypted(identity.context(), (exchange, request) -> {
            if (ntlm.admits(exchange, request)) {
                TestServer.answer(exchange, 200, "text/plain", "answer");
            }
        })) {
            WebClient web = WebClient.of(identity.client(executor), ntlm("correct horse", 1), WebPolicy.DEFAULT);

            assertThat(status(web, server)).isEqualTo(200);
        }
    }

    /** What Windows computes, written down anew: a structure of two empty addresses and the certificate's own hash. */
    private static byte[] expectedBinding(TestIdentity identity)
            throws CertificateEncodingException, NoSuchAlgorithmException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(new byte[16]);
        md5.update(new byte[] {21 + 48, 0, 0, 0});
        md5.update("tls-server-end-point:".getBytes(StandardCharsets.US_ASCII));
        md5.update(MessageDigest.getInstance("SHA-384")
                .digest(identity.certificate().getEncoded()));
        return md5.digest();
    }

    private static TestServer guarded(NtlmGuard ntlm) {
        return TestServer.start((exchange, request) -> {
            if (ntlm.admits(exchange, request)) {
                TestServer.answer(exchange, 200, "text/plain", "answer");
            }
        });
    }

    private static EwsAuth ntlm(String password, int connections) {
        return EwsAuth.ntlm("ACME", "anna", () -> password, connections);
    }

    private WebClient lanes(EwsAuth auth) {
        return WebClient.of(HttpClient.newBuilder().executor(executor).build(), auth, POLICY);
    }

    private static WebRequest question(TestServer server) {
        return new WebRequest("Ask", server.at("/"), Channels.ANNA, Map.of(), "question", false);
    }

    private static int status(WebClient web, TestServer server) {
        try (WebAnswer answer = web.send(question(server))) {
            answer.body().readAllBytes();
            return answer.status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Integer> connections(TestServer server) {
        Set<Integer> connections = new HashSet<>();
        server.received().forEach(request -> connections.add(request.connection()));
        return connections;
    }
}
