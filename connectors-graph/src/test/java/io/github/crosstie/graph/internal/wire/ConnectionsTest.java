package io.github.crosstie.graph.internal.wire;

import static io.github.crosstie.graph.internal.wire.ScriptedGraph.json;
import static io.github.crosstie.graph.internal.wire.ScriptedGraph.packed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.ScriptedGraph.Conduct;
import io.github.crosstie.http.internal.AnswerLost;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that break, stall or never end: a typed error in time, and no write sent twice. */
@ParameterizedClass
@EnumSource(Way.class)
@Timeout(60)
class ConnectionsTest extends Scene {

    /** The request is there, an answer never is. */
    private static final Conduct DROPS = (exchange, request) -> exchange.close();

    static Stream<GraphCall> writes() {
        return Stream.of(create(), change(), remove());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteIsNotSentAgainWhenTheConnectionBreaks(GraphCall write) {
        server.behave(DROPS);

        CrosstieException thrown = trouble(channel(), write);

        assertThat(thrown)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("connection broke")
                .hasMessageContaining("client-request-id ours-1");
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteIsNotSentAgainWhenAConnectionThatWasUsedBeforeBreaks(GraphCall write) {
        GraphChannel channel = channel();
        channel.call(read());
        server.behave(DROPS);

        CrosstieException thrown = trouble(channel, write);

        assertThat(AnswerLost.isBehind(thrown)).isTrue();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void aReadIsSentAgainOnce() {
        server.behave((exchange, request) -> {
            if (server.received().size() == 1) {
                exchange.close();
            } else {
                json(exchange, 200, "{\"id\":\"A\"}");
            }
        });

        assertThat(channel().call(read()).succeeded()).isTrue();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void aReadWhoseConnectionAlwaysBreaksIsGivenUp() {
        server.behave(DROPS);

        CrosstieException thrown = trouble(channel(), read());

        assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("connection broke");
        assertThat(AnswerLost.isBehind(thrown)).isFalse();
        assertThat(server.received()).hasSizeBetween(2, 4);
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, 1000);
            exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
        });

        CrosstieException thrown = trouble(channel(), create());

        assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("connection broke");
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        server.behave((exchange, request) -> server.stall());

        CrosstieException thrown = trouble(impatientChannel(), create());

        assertThat(thrown)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no complete answer within PT1S");
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aServerThatStallsInTheMiddleOfTheAnswerIsGivenUp() {
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, 1000);
            exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            server.stall();
        });

        CrosstieException thrown = trouble(impatientChannel(), create());

        assertThat(thrown)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no complete answer within PT1S");
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
    }

    @Test
    void aServerThatIsNotThereHasDoneNothing() {
        GraphChannel channel = channel();
        server.close();

        CrosstieException thrown = trouble(channel, create());

        assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("no connection");
        assertThat(AnswerLost.isBehind(thrown)).isFalse();
    }

    @Test
    void anAnswerOfTheLargestSizeIsTaken() {
        server.behave((exchange, request) -> json(exchange, 200, sized(1000)));

        assertThat(channel(small(1000)).call(read()).succeeded()).isTrue();
    }

    @Test
    void anAnswerThatIsTooLargeIsRefused() {
        server.behave((exchange, request) -> json(exchange, 200, sized(1001)));

        assertThat(trouble(channel(small(1000)), read()))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("larger than 1000 bytes");
    }

    @Test
    void anAnswerThatUnpacksToTooMuchIsRefused() {
        server.behave((exchange, request) -> packed(exchange, sized(1_000_000)));

        CrosstieException thrown = trouble(channel(small(100_000)), create());

        assertThat(thrown).isInstanceOf(ContractBrokenException.class).hasMessageContaining("larger than 100000 bytes");
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        Thread.currentThread().interrupt();

        CrosstieException thrown = trouble(channel(), create());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("interrupted");
        assertThat(AnswerLost.isBehind(thrown)).isFalse();
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void noMessageShowsATokenOrWhatWasSent(GraphCall write) {
        server.behave(DROPS);

        for (Throwable at = trouble(channel(), write); at != null; at = at.getCause()) {
            assertThat(at.toString())
                    .doesNotContain(TOKEN)
                    .doesNotContain("private")
                    .doesNotContain("ada@");
        }
    }

    private static GraphPolicy small(int largest) {
        return new GraphPolicy(GraphPolicy.DEFAULT.deadline(), largest);
    }

    private static String sized(int length) {
        return "{\"a\":\"" + "x".repeat(length - 8) + "\"}";
    }
}
