package io.github.crosstie.ews.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.auth.Challenge;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.auth.SignIn;
import io.github.crosstie.ews.auth.SignInTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is signed in on which connection, where each mailbox has a sign-in of its own. */
class SignedInConnectionsTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Map<Integer, String> signedIn = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    /** Signs in as the mailbox's owner, in two messages. */
    private record OwnSignIn(int connections) implements EwsAuth {

        @Override
        public SignIn begin(SignInTarget target) {
            return new SignIn() {
                @Override
                public String first() {
                    return "Own hello";
                }

                @Override
                public Optional<String> next(Challenge challenge) {
                    return Optional.of("Own " + target.mailbox().value());
                }
            };
        }
    }

    /** Answers who is signed in on the connection; whoever signs in once stays so, as some servers have it. */
    private TestServer server() {
        return TestServer.start((exchange, request) -> {
            String authorization = request.header("Authorization");
            if (authorization.startsWith("Own ") && !authorization.equals("Own hello")) {
                signedIn.putIfAbsent(request.connection(), authorization.substring(4));
            }
            String who = signedIn.get(request.connection());
            if (who == null) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Own");
                TestServer.answer(exchange, 401, "text/plain", "who are you?");
            } else {
                TestServer.answer(exchange, 200, "text/plain", who);
            }
        });
    }

    private static String ask(WebClient web, TestServer server, Owner mailbox) {
        WebRequest question = new WebRequest("Ask", server.at("/"), mailbox, Map.of(), "question", false);
        try (WebAnswer answer = web.send(question)) {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    @DisplayName("no request goes over a connection on which somebody else is signed in")
    void keepsIdentitiesApart(int connections) {
        WebClient web = client(new OwnSignIn(connections));
        List<Owner> mailboxes = List.of(Channels.ANNA, Channels.BERT, new Owner("cleo@acme.example"));
        Map<Owner, String> answers = new HashMap<>();

        try (TestServer server = server()) {
            for (int round = 0; round < 3; round++) {
                for (Owner mailbox : mailboxes) {
                    answers.put(mailbox, ask(web, server, mailbox));
                }
                assertThat(answers).allSatisfy((mailbox, who) -> assertThat(who).isEqualTo(mailbox.value()));
            }
        }
    }

    @Test
    void takesTheConnectionOfTheSameIdentityAgain() {
        WebClient web = client(new OwnSignIn(2));

        try (TestServer server = server()) {
            for (int round = 0; round < 4; round++) {
                ask(web, server, Channels.ANNA);
                ask(web, server, Channels.BERT);
            }

            assertThat(signedIn).hasSize(2);
        }
    }

    private WebClient client(EwsAuth auth) {
        return WebClient.of(
                HttpClient.newBuilder().executor(executor).build(), auth, WebPolicy.DEFAULT.withPlainHttp());
    }
}
