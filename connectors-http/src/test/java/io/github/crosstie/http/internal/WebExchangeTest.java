package io.github.crosstie.http.internal;

import static io.github.crosstie.http.internal.Exchanges.IMPATIENT;
import static io.github.crosstie.http.internal.Exchanges.answer;
import static io.github.crosstie.http.internal.Exchanges.ascii;
import static io.github.crosstie.http.internal.Exchanges.atMost;
import static io.github.crosstie.http.internal.Exchanges.delete;
import static io.github.crosstie.http.internal.Exchanges.packed;
import static io.github.crosstie.http.internal.Exchanges.read;
import static io.github.crosstie.http.internal.Exchanges.send;
import static io.github.crosstie.http.internal.Exchanges.trouble;
import static io.github.crosstie.http.internal.Exchanges.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request, and its whole answer or the reason why there is none. */
@Timeout(60)
class WebExchangeTest {

    @Test
    @DisplayName("sends headers and body, and gives status, headers and body back")
    void exchanges() {
        try (RawServer server = RawServer.start(out -> out.write(answer("X-Told: yes\r\n", ascii("done"))))) {
            WebResponse response = send(write(server.at("/records?a=b")));

            assertThat(response.isSuccess()).isTrue();
            assertThat(response.header("x-told")).contains("yes");
            assertThat(response.text()).isEqualTo("done");
            assertThat(server.received().get(0))
                    .startsWith("POST /records?a=b HTTP/1.1")
                    .contains("Authorization: " + Exchanges.SECRET, "User-Agent: Crosstie", "Accept-Encoding: gzip")
                    .endsWith("\r\n\r\n" + Exchanges.PRIVATE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 404, 429, 503})
    @DisplayName("an answer of any status is an answer, and is followed nowhere")
    void takesAnyStatus(int status) {
        try (RawServer server = RawServer.saying("HTTP/1.1 " + status
                + " Told\r\nLocation: http://127.0.0.1:1/elsewhere\r\nContent-Length: 2\r\n\r\nno")) {
            WebResponse response = send(write(server.at("/")));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.isSuccess()).isFalse();
            assertThat(response.text()).isEqualTo("no");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    @DisplayName("a server that never answers is given up at the deadline")
    void givesUpSilence() {
        AtomicReference<RawServer> itself = new AtomicReference<>();
        try (RawServer server = RawServer.start(out -> itself.get().stall())) {
            itself.set(server);

            CrosstieException thrown = trouble(write(server.at("/")), IMPATIENT);

            assertThat(thrown)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("creation of a record: no complete answer within PT1S");
            assertThat(AnswerLost.isBehind(thrown)).isTrue();
        }
    }

    @Test
    @DisplayName("the deadline holds for a body that stalls, which the client's own timeout does not cover")
    void givesUpStalledBodies() {
        AtomicReference<RawServer> itself = new AtomicReference<>();
        try (RawServer server = RawServer.start(out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"));
            out.flush();
            itself.get().stall();
        })) {
            itself.set(server);

            CrosstieException thrown = trouble(write(server.at("/")), IMPATIENT);

            assertThat(thrown).hasMessageContaining("no complete answer within PT1S");
            assertThat(AnswerLost.isBehind(thrown)).isTrue();
        }
    }

    @Test
    @DisplayName("the deadline holds for a body that drips for ever, and its connection is closed then")
    void givesUpDrippingBodies() {
        try (RawServer server = RawServer.start(out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n"));
            while (true) {
                out.write(' ');
                out.flush();
            }
        })) {
            CrosstieException thrown = trouble(read(server.at("/")), IMPATIENT);

            assertThat(thrown).hasMessageContaining("no complete answer within PT1S");
            server.awaitLeaving();
        }
    }

    @Test
    @DisplayName("a packed answer is unpacked")
    void unpacks() {
        try (RawServer server =
                RawServer.start(out -> out.write(answer("Content-Encoding: GZIP \r\n", packed("Grüße"))))) {
            assertThat(send(read(server.at("/"))).text()).isEqualTo("Grüße");
        }
    }

    @Test
    @DisplayName("an answer without a body has nothing to unpack, whatever its headers say")
    void unpacksNothing() {
        try (RawServer server = RawServer.saying("HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n")) {
            assertThat(send(delete(server.at("/"))).content()).isEmpty();
        }
    }

    @Test
    @DisplayName("what says that it is packed and is not, is no answer")
    void refusesWhatIsNotPacked() {
        try (RawServer server =
                RawServer.start(out -> out.write(answer("Content-Encoding: gzip\r\n", ascii("plain"))))) {
            CrosstieException thrown = trouble(write(server.at("/")));

            assertThat(thrown)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("could not be unpacked")
                    .hasCauseInstanceOf(BrokenConnectionException.class);
            assertThat(AnswerLost.isBehind(thrown)).isTrue();
        }
    }

    @Test
    @DisplayName("a packed answer that is cut short is no answer")
    void refusesCutPackedAnswers() {
        byte[] whole = packed("a text that is long enough to be cut");
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        try (RawServer server = RawServer.start(out -> out.write(answer("Content-Encoding: gzip\r\n", half)))) {
            assertThat(trouble(read(server.at("/"))))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("could not be unpacked");
        }
    }

    @Test
    @DisplayName("an answer of just the largest size is taken, packed or not")
    void takesTheLargest() {
        String text = "x".repeat(1_000);
        try (RawServer plain = RawServer.start(out -> out.write(answer("", ascii(text))));
                RawServer packing =
                        RawServer.start(out -> out.write(answer("Content-Encoding: gzip\r\n", packed(text))))) {
            assertThat(send(read(plain.at("/")), atMost(1_000)).content()).hasSize(1_000);
            assertThat(send(read(packing.at("/")), atMost(1_000)).content()).hasSize(1_000);
        }
    }

    @Test
    @DisplayName("a larger answer ends the exchange as soon as it is too large")
    void refusesLargeAnswers() {
        try (RawServer server = RawServer.start(out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
            while (true) {
                out.write(ascii("3e8\r\n" + "x".repeat(1_000) + "\r\n"));
            }
        })) {
            CrosstieException thrown = trouble(write(server.at("/")), atMost(5_000));

            assertThat(thrown)
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("larger than 5000 bytes");
            assertThat(AnswerLost.isBehind(thrown)).isTrue();
            server.awaitLeaving();
        }
    }

    @Test
    @DisplayName("an answer that unpacks to too much is refused, however small it comes")
    void refusesBombs() {
        byte[] bomb = packed(" ".repeat(4_000_000));
        assertThat(bomb.length).isLessThan(10_000);
        try (RawServer server = RawServer.start(out -> out.write(answer("Content-Encoding: gzip\r\n", bomb)))) {
            CrosstieException thrown = trouble(write(server.at("/")), atMost(1_000_000));

            assertThat(thrown)
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("larger than 1000000 bytes");
            assertThat(AnswerLost.isBehind(thrown)).isTrue();
        }
    }

    @Test
    @DisplayName("an answer that is cut short is no answer, and is lost to who wrote")
    void refusesCutAnswers() {
        try (RawServer server = RawServer.saying("HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n{\"id\":")) {
            CrosstieException written = trouble(write(server.at("/")));
            CrosstieException read = trouble(read(server.at("/")));

            assertThat(written).isInstanceOf(UnavailableException.class).hasMessageContaining("connection broke");
            assertThat(AnswerLost.isBehind(written)).isTrue();
            assertThat(AnswerLost.isBehind(read))
                    .as("nothing is lost with a read")
                    .isFalse();
        }
    }

    static Stream<WebRequest> writes() {
        URI nobody = URI.create("http://127.0.0.1:1/");
        return Stream.of(write(nobody), delete(nobody));
    }

    @ParameterizedTest
    @MethodSource("writes")
    @DisplayName("where no connection was made nothing was sent, and no answer is lost")
    void knowsWhatWasNeverSent(WebRequest request) {
        CrosstieException thrown = trouble(request);

        assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("no connection");
        assertThat(AnswerLost.isBehind(thrown)).isFalse();
    }

    @Test
    @DisplayName("a handshake that fails came before the request, so that no answer is lost")
    void knowsWhatFailedToEncrypt() {
        try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            URI encrypted = URI.create(server.at("/").toString().replace("http:", "https:"));

            CrosstieException thrown = trouble(write(encrypted), IMPATIENT);

            assertThat(thrown).isInstanceOf(UnavailableException.class);
            assertThat(AnswerLost.isBehind(thrown)).isFalse();
        }
    }

    @Test
    @DisplayName("a write whose connection breaks is not sent twice")
    void sendsWritesOnce() {
        try (RawServer server = RawServer.saying("")) {
            CrosstieException thrown = trouble(write(server.at("/")));

            assertThat(AnswerLost.isBehind(thrown)).isTrue();
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    @DisplayName("a thread that is interrupted sends nothing, and stays interrupted")
    void sendsNothingWhenInterrupted() {
        try (RawServer server = RawServer.saying("")) {
            Thread.currentThread().interrupt();

            CrosstieException thrown = trouble(write(server.at("/")));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("before anything was sent");
            assertThat(AnswerLost.isBehind(thrown)).isFalse();
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("a thread that is interrupted while it waits ends the exchange, and stays interrupted")
    void endsWhenInterrupted() {
        Thread waiting = Thread.currentThread();
        AtomicReference<RawServer> itself = new AtomicReference<>();
        try (RawServer server = RawServer.start(out -> {
            waiting.interrupt();
            itself.get().stall();
        })) {
            itself.set(server);

            CrosstieException thrown = trouble(write(server.at("/")));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOf(UnavailableException.class).hasMessageContaining("while it waited");
            assertThat(AnswerLost.isBehind(thrown)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no HTTP at all\r\n\r\n",
                "HTTP/1.1 abc Status\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nbody",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nbody",
                "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\nbody",
                "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nbody",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nbody\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\nbody\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nna me: value\r\nContent-Length: 9\r\n\r\nbody",
                "HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 9\r\n\r\nbody",
                "HTTP/1.1 200 OK\r\nX-Name: \0\u0001\r\nContent-Length: 9\r\n\r\nbody",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\nbody",
                "HTTP/1.1 100 Continue\r\n\r\n",
                ""
            })
    @DisplayName("whatever a server sends instead of an answer ends as a fault, in time")
    void endsByAFault(String nonsense) {
        try (RawServer server = RawServer.saying(nonsense)) {
            CrosstieException thrown = trouble(write(server.at("/")), IMPATIENT);

            assertThat(thrown).isInstanceOf(CrosstieException.class);
            assertThat(AnswerLost.isBehind(thrown)).isTrue();
        }
    }

    @Test
    @DisplayName("headers without an end are given up")
    void givesUpEndlessHeaders() throws IOException {
        try (RawServer server = RawServer.start(out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n"));
            while (true) {
                out.write(ascii("X-More: " + "x".repeat(100) + "\r\n"));
            }
        })) {
            CrosstieException thrown = trouble(write(server.at("/")), IMPATIENT);

            assertThat(thrown).isInstanceOf(UnavailableException.class);
            assertThat(AnswerLost.isBehind(thrown)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\r\nX-Injected: yes", "s3cr3t\n", "s3cr3t\0", "s3cr3t\u20ac"})
    @DisplayName("a header that no header can carry is refused before anything is sent, and is not shown")
    void refusesHostileHeaders(String value) {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            assertThatThrownBy(() -> send(new WebRequest(
                            "read of a page", "GET", server.at("/"), Map.of("Authorization", value), null, true)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Authorization")
                    .hasMessageNotContaining("s3cr3t");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("no message shows a secret or what was sent")
    void keepsSecrets() {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")) {
            WebRequest request = write(server.at("/records/" + Exchanges.SECRET));

            for (Throwable at = trouble(request); at != null; at = at.getCause()) {
                assertThat(at.toString()).doesNotContain(Exchanges.SECRET, Exchanges.PRIVATE);
            }
            assertThat(request).hasToString("creation of a record");
        }
    }
}
