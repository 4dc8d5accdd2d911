package io.github.crosstie.ews.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.internal.exchange.RetryAfter;
import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {

    /** A status, what it means, and whether a write may have happened. */
    private record Case(int status, Class<? extends CrosstieException> meaning, boolean mayHaveHappened) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(400, ContractBrokenException.class, false),
                new Case(401, UnauthorizedException.class, false),
                new Case(403, AccessBlockedException.class, false),
                new Case(404, UnavailableException.class, false),
                new Case(407, UnavailableException.class, false),
                new Case(408, UnavailableException.class, true),
                new Case(410, UnavailableException.class, false),
                new Case(413, ContractBrokenException.class, false),
                new Case(429, ThrottledException.class, false),
                new Case(456, UnauthorizedException.class, false),
                new Case(500, UnavailableException.class, true),
                new Case(501, UnavailableException.class, true),
                new Case(502, UnavailableException.class, true),
                new Case(503, UnavailableException.class, true),
                new Case(504, UnavailableException.class, true));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatAPageInPlaceOfAnAnswerMeans(Case expected) {
        CrosstieException failure = failureOf(exchange -> {
            exchange.getResponseHeaders().set("request-id", "theirs");
            TestServer.answer(
                    exchange, expected.status(), "text/html; charset=us-ascii", "<html><p>Server Error</html>");
        });

        assertThat(failure).isInstanceOf(expected.meaning());
        assertThat(AnswerLost.isBehind(failure)).isEqualTo(expected.mayHaveHappened());
        assertThat(failure)
                .hasMessageStartingWith("CreateItem for a…@acme.example at 127.0.0.1"
                        + " (client-request-id ours-1, request-id theirs): status " + expected.status());
    }

    @Test
    void takesA401WithoutAChallengeForARefusalAndSaysSo() {
        CrosstieException failure = failureOf(exchange -> exchange.sendResponseHeaders(401, -1));

        assertThat(failure).isInstanceOf(UnauthorizedException.class).hasMessageContaining("without saying what");
    }

    @Test
    void takesA401WithAChallengeForARefusal() {
        CrosstieException failure = failureOf(exchange -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            exchange.sendResponseHeaders(401, -1);
        });

        assertThat(failure)
                .isInstanceOf(UnauthorizedException.class)
                .message()
                .contains("renew the credentials")
                .doesNotContain("without saying what");
    }

    @Test
    void saysThatABlockedMailboxBelongsOnGraph() {
        CrosstieException failure = failureOf(exchange -> exchange.sendResponseHeaders(403, -1));

        assertThat(failure)
                .isInstanceOf(AccessBlockedException.class)
                .hasMessageContaining("belongs on Microsoft Graph");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void leavesTheServerAloneForTheSecondsItNames(int status) {
        ThrottledException failure = (ThrottledException) failureOf(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "17");
            TestServer.answer(exchange, status, "text/html", "<html/>");
        });

        assertThat(failure.retryAt()).isEqualTo(MutableClock.START.plusSeconds(17));
        assertThat(AnswerLost.isBehind(failure)).isEqualTo(status == 503);
    }

    @Test
    void leavesTheServerAloneUntilTheDateItNames() {
        ThrottledException failure = (ThrottledException) failureOf(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "Mon, 02 Mar 2026 08:05:09 GMT");
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(failure.retryAt()).isEqualTo(Instant.parse("2026-03-02T08:05:09Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-03-02T08:00:00Z",
        "120, 2026-03-02T08:02:00Z",
        "' 5 ', 2026-03-02T08:00:05Z",
        "'Sun, 01 Mar 2026 08:00:00 GMT', 2026-03-02T08:00:00Z"
    })
    void readsBothFormsOfRetryAfter(String header, Instant moment) {
        assertThat(RetryAfter.moment(header, MutableClock.START)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "32 Mar 2026"})
    void findsNoMomentInOtherTexts(String header) {
        assertThat(RetryAfter.moment(header, MutableClock.START)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://mail.acme.example/ews/genericerrorpage.htm?aspxerrorpath=/EWS/Exchange.asmx, error page",
        "/owa/auth/errorfe.aspx?httpCode=500, error page",
        "https://mail2.acme.example/EWS/Exchange.asmx, redirection elsewhere"
    })
    @DisplayName("Exchange answers 302 to an error page when it fails")
    void takesARedirectionForAFailureAndNeverFollowsIt(String location, String told) {
        CrosstieException failure = failureOf(exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });

        assertThat(failure).isInstanceOf(UnavailableException.class).hasMessageContaining(told);
        assertThat(AnswerLost.isBehind(failure)).isTrue();
    }

    @Test
    void takesARedirectionToASignInPageForARefusal() {
        CrosstieException failure = failureOf(exchange -> {
            exchange.getResponseHeaders().set("Location", "https://mail.acme.example/owa/auth/logon.aspx");
            exchange.sendResponseHeaders(302, -1);
        });

        assertThat(failure).isInstanceOf(UnauthorizedException.class).hasMessageContaining("sign-in page");
    }

    @Test
    void takesAPageWithStatus200ForAProxys() {
        CrosstieException failure =
                failureOf(exchange -> TestServer.answer(exchange, 200, "text/html", "<html>Welcome</html>"));

        assertThat(failure)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("a page in place of an answer");
    }

    @Test
    void leavesABusyMailboxAloneToTheMillisecond() {
        ThrottledException failure = (ThrottledException) failureOf(exchange -> TestServer.answer(
                exchange, 500, "text/xml", Envelopes.fault("ErrorServerBusy", Envelopes.backOff(297_749))));

        assertThat(failure.retryAt()).isEqualTo(MutableClock.START.plus(Duration.ofMillis(297_749)));
        assertThat(AnswerLost.isBehind(failure)).isFalse();
    }

    @Test
    void tellsAFaultWithBothIds() {
        CrosstieException failure = failureOf(exchange -> {
            exchange.getResponseHeaders().set("request-id", "theirs");
            TestServer.answer(exchange, 500, "text/xml", Envelopes.fault("ErrorInternalServerTransientError", ""));
        });

        assertThat(failure)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(
                        "(client-request-id ours-1, request-id theirs): ErrorInternalServerTransientError");
        assertThat(AnswerLost.isBehind(failure)).isTrue();
    }

    @Test
    void writesNoServersIdIntoAMessageThatIsNone() {
        CrosstieException failure = failureOf(exchange -> {
            exchange.getResponseHeaders().set("request-id", "a secret, perhaps <b>");
            exchange.sendResponseHeaders(502, -1);
        });

        assertThat(failure).message().doesNotContain("secret");
    }

    @Test
    void takesAFailureWithoutAnEnvelopeForThatOfTheServer() {
        CrosstieException failure =
                failureOf(exchange -> TestServer.answer(exchange, 500, "text/plain", "The service is unavailable."));

        assertThat(failure).isInstanceOf(UnavailableException.class);
        assertThat(AnswerLost.isBehind(failure)).isTrue();
    }

    @Test
    void tellsAnAnswerThatIsNoEnvelopeWithItsIdsAndAsLost() {
        CrosstieException failure =
                failureOf(exchange -> TestServer.answer(exchange, 200, "text/xml", "<other xmlns=\"urn:x\"/>"));

        assertThat(failure)
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("client-request-id ours-1");
        assertThat(AnswerLost.isBehind(failure)).isTrue();
    }

    private interface Conduct {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static CrosstieException failureOf(Conduct conduct) {
        try (TestServer server = TestServer.start((exchange, request) -> conduct.answer(exchange))) {
            return catchThrowableOfType(
                    CrosstieException.class,
                    () -> Channels.open().to(server, Channels.ANNA).call(Channels.WRITE, Channels.WORD));
        }
    }
}
