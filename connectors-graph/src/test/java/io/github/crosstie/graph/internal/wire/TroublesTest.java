package io.github.crosstie.graph.internal.wire;

import static io.github.crosstie.graph.internal.wire.ScriptedGraph.answer;
import static io.github.crosstie.graph.internal.wire.ScriptedGraph.error;
import static io.github.crosstie.graph.internal.wire.ScriptedGraph.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Graph says is wrong, and what it comes to. */
@ParameterizedClass
@EnumSource(Way.class)
@Timeout(30)
class TroublesTest extends Scene {

    @ParameterizedTest
    @CsvSource({
        "404, ErrorItemNotFound, GONE",
        "412, ErrorIrresolvableConflict, CONFLICT",
        "409, ErrorIrresolvableConflict, CONFLICT",
        "409, SomethingNew, CONFLICT",
        "400, ErrorInvalidProperty, ITEM",
        "422, SomethingNew, ITEM"
    })
    void troubleWithOneItemIsAnAnswer(int status, String code, TroubleKind kind) {
        server.behave((exchange, request) -> error(exchange, status, code));

        GraphAnswer answer = channel().call(change());

        assertThat(answer.trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.status()).isEqualTo(status);
            assertThat(trouble.code()).isEqualTo(code);
            assertThat(trouble.kind()).isEqualTo(kind);
            assertThat(trouble.mayHaveHappened()).isFalse();
        });
        assertThat(server.received()).hasSize(1);
    }

    static Stream<Arguments> troublesOfTheMailbox() {
        return Stream.of(
                Arguments.of(410, "SyncStateNotFound", CursorExpiredException.class),
                Arguments.of(410, "SomethingNew", CursorExpiredException.class),
                Arguments.of(400, "syncStateNotFound", CursorExpiredException.class),
                Arguments.of(404, "resyncRequired", CursorExpiredException.class),
                Arguments.of(404, "MailboxNotEnabledForRESTAPI", MailboxUnavailableException.class),
                Arguments.of(404, "ErrorNonExistentMailbox", MailboxUnavailableException.class),
                Arguments.of(404, "Request_ResourceNotFound", MailboxUnavailableException.class),
                Arguments.of(507, "ErrorQuotaExceeded", MailboxUnavailableException.class),
                Arguments.of(401, "InvalidAuthenticationToken", UnauthorizedException.class),
                Arguments.of(403, "ErrorAccessDenied", UnauthorizedException.class),
                Arguments.of(403, "BlockedByConditionalAccess", AccessBlockedException.class),
                Arguments.of(500, "ErrorInternalServerError", UnavailableException.class),
                Arguments.of(502, "SomethingNew", UnavailableException.class),
                Arguments.of(504, "UnknownError", UnavailableException.class));
    }

    @ParameterizedTest
    @MethodSource("troublesOfTheMailbox")
    void troubleWithTheMailboxIsAnExceptionAtTheFirstAttempt(
            int status, String code, Class<? extends CrosstieException> expected) {
        server.behave((exchange, request) -> error(exchange, status, code));

        CrosstieException thrown = trouble(channel(), change());

        assertThat(thrown)
                .isExactlyInstanceOf(expected)
                .hasMessageContaining("change contact for a…@example.com")
                .hasMessageContaining("client-request-id ours-1")
                .hasMessageContaining("request-id srv-1")
                .hasMessageContaining("status " + status + " " + code)
                .hasMessageNotContaining("private");
        assertThat(AnswerLost.isBehind(thrown)).isEqualTo(status >= 500);
        assertThat(GraphTrouble.of(thrown))
                .hasValueSatisfying(trouble -> assertThat(trouble.code()).isEqualTo(code));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void theInnermostCodeThatMeansSomethingCounts() {
        server.behave((exchange, request) -> json(
                exchange,
                400,
                "{\"error\":{\"code\":\"BadRequest\",\"innerError\":{\"code\":\"x\",\"innererror\":"
                        + "{\"code\":\"SyncStateNotFound\"}}}}"));

        assertThat(trouble(channel(), read())).isInstanceOf(CursorExpiredException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 30, 30",
        "429, 300, 300",
        "503, 30, 30",
        "504, 7, 7",
        "429, , 60",
        "429, soon, 60",
        "429, 9999999, 86400"
    })
    @DisplayName("a pause is kept until the moment that the server names, and no call is made before")
    void keepsThePauseThatTheServerNames(int status, String retryAfter, long seconds) {
        server.behave((exchange, request) -> {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            error(exchange, status, status == 429 ? "TooManyRequests" : "Unheard");
        });
        GraphChannels channels = channels(GraphPolicy.DEFAULT);

        CrosstieException thrown = trouble(channels.channel(ADA), create());
        clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
        CrosstieException early = trouble(channels.channel(ADA), read());

        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt())
                                .isEqualTo(clock.instant().plusMillis(1)));
        assertThat(AnswerLost.isBehind(thrown)).isEqualTo(status >= 500);
        assertThat(early).isInstanceOf(ThrottledException.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void callsAgainWhenThePauseIsOver() {
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders().set("Retry-After", "30");
            error(exchange, 429, "TooManyRequests");
        });
        GraphChannel channel = channel();
        trouble(channel, read());
        server.behave((exchange, request) -> json(exchange, 200, "{}"));

        clock.advance(Duration.ofSeconds(30));

        assertThat(channel.call(read()).succeeded()).isTrue();
    }

    @Test
    void onlyTheMailboxThatWasThrottledPauses() {
        server.behave((exchange, request) -> error(exchange, 429, "TooManyRequests"));
        GraphChannels channels = channels(GraphPolicy.DEFAULT);
        trouble(channels.channel(ADA), read());
        server.behave((exchange, request) -> json(exchange, 200, "{}"));

        GraphChannel another = channels.channel(new Owner("bob@example.com"));

        assertThat(another.call(read()).succeeded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aPageOfAGatewayKeepsItsStatusAndTheRequestsId(int status) {
        server.behave((exchange, request) -> answer(exchange, status, "text/html", "<html>private</html>"));

        CrosstieException thrown = trouble(channel(), create());

        assertThat(thrown)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("status " + status)
                .hasMessageContaining("client-request-id ours-1")
                .hasMessageContaining("request-id srv-1")
                .hasMessageNotContaining("private");
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html>gone</html>", "application/json, {}", "application/json, ''"})
    void anAnswerThatIsNotGraphsIsNeverAboutAnItem(String type, String body) {
        server.behave((exchange, request) -> answer(exchange, 404, type, body));

        assertThat(trouble(channel(), remove()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("does not come from Graph");
    }

    @Test
    void aPageInPlaceOfAnAnswerIsNoSuccess() {
        server.behave((exchange, request) -> answer(exchange, 200, "text/html", "<html>sign in</html>"));

        CrosstieException thrown = trouble(channel(), create());

        assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("sign-in page");
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
    }

    @Test
    void followsNoRedirection() {
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders().set("Location", server.root() + "/elsewhere");
            answer(exchange, 307, "text/plain", "");
        });

        assertThat(trouble(channel(), read())).hasMessageContaining("a redirection, which is not followed");
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"subject\":\"private\",", "{\"a\":private}", "[1,2", "{}private"})
    void whatIsNoJsonIsAnExceptionThatShowsNothingOfIt(String body) {
        server.behave((exchange, request) -> json(exchange, 200, body));

        CrosstieException thrown = trouble(channel(), create());

        assertThat(thrown)
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("private");
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
    }

    @Test
    void whatAReadMustHaveIsAnExceptionWhereItIsMissing() {
        server.behave((exchange, request) -> error(exchange, 404, "ErrorItemNotFound"));
        GraphAnswer answer = channel().call(read());

        assertThat(catchThrowable(answer::required)).isInstanceOf(MailboxUnavailableException.class);
    }
}
