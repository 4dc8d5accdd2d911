package io.github.crosstie.ews.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeadlineTest {

    private final CountDownLatch held = new CountDownLatch(1);

    @Test
    void givesUpAServerThatNeverAnswers() {
        try (TestServer server = TestServer.start((exchange, request) -> stall())) {
            UnavailableException failure = failureOf(Channels.impatient(), server);

            assertThat(failure)
                    .hasMessageContaining("GetItem for a…@acme.example at 127.0.0.1 (client-request-id ours-1)");
            held.countDown();
        }
    }

    @Test
    @DisplayName("HttpRequest.timeout does not cover the body; the deadline does")
    void givesUpABodyThatStalls() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange, "<s:Envelope xmlns:s=");
            stall();
        })) {
            UnavailableException failure = failureOf(Channels.impatient(), server);

            assertThat(failure).hasMessageContaining("no complete answer within PT1S");
            held.countDown();
        }
    }

    @Test
    void givesUpABodyThatDripsForEver() {
        CountDownLatch closed = new CountDownLatch(1);
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!held.await(1, TimeUnit.MILLISECONDS)) {
                    write(exchange, "<!-- -->\n");
                }
            } catch (IOException e) {
                closed.countDown();
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            UnavailableException failure = failureOf(Channels.impatient(), server);

            assertThat(failure).hasMessageContaining("no complete answer within PT1S");
            assertThat(hasCome(closed))
                    .as("the connection was closed, so the server got an error")
                    .isTrue();
        }
    }

    @Test
    void refusesAnAnswerThatUnpacksToMoreThanItMay() throws IOException {
        byte[] bomb = packed(" ".repeat(4_000_000));
        assertThat(bomb.length).isLessThan(10_000);
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
        })) {
            Channels small = Channels.open(new WebPolicy(Duration.ofSeconds(20), 1_000_000, true, "Crosstie"));

            assertThatThrownBy(() -> small.to(server, Channels.ANNA).call(Channels.READ, Channels.WORD))
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("larger than 1000000 bytes");
        }
    }

    @Test
    void readsAPackedAnswer() throws IOException {
        byte[] answer = packed(Envelopes.saying("packed"));
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        })) {
            String word = Channels.open().to(server, Channels.ANNA).call(Channels.READ, Channels.WORD);

            assertThat(word).isEqualTo("packed");
            assertThat(server.received().get(0).header("Accept-Encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void tellsABodyThatIsCut() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.sendResponseHeaders(200, 1000);
            write(exchange, Envelopes.saying("cut").substring(0, 200));
        })) {
            UnavailableException failure = failureOf(Channels.open(), server);

            assertThat(failure).hasMessageContaining("broke off");
        }
    }

    @Test
    void tellsAPackedBodyThatIsCut() throws IOException {
        byte[] answer = packed(Envelopes.saying("cut"));
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, answer.length / 2);
            exchange.getResponseBody().write(answer, 0, answer.length / 2);
        })) {
            UnavailableException failure = failureOf(Channels.open(), server);

            assertThat(failure).hasMessageContaining("broke off");
        }
    }

    @Test
    void endsWhenItsThreadIsInterruptedInTheAnswer() throws InterruptedException {
        AtomicReference<Thread> waiting = new AtomicReference<>();
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange, "<s:Envelope ");
            waiting.get().interrupt();
            stall();
        })) {
            UnavailableException failure = failureOfThread(waiting, server);

            assertThat(failure).hasMessageContaining("interrupted");
            assertThat(AnswerLost.isBehind(failure)).isTrue();
            held.countDown();
        }
    }

    @Test
    void sendsNothingFromAThreadThatIsInterruptedAlready() throws InterruptedException {
        AtomicReference<Thread> waiting = new AtomicReference<>();
        try (TestServer server = TestServer.start((exchange, request) -> stall())) {
            waiting.set(Thread.currentThread());
            UnavailableException failure = failureOfThread(waiting, server);

            assertThat(failure).hasMessageContaining("before anything was sent");
            assertThat(AnswerLost.isBehind(failure)).isFalse();
            assertThat(server.received()).isEmpty();
            held.countDown();
        }
    }

    /**
     * Writes from a thread of its own, interrupted from the start if a thread is given already; checks that it stays
     * interrupted.
     */
    private static UnavailableException failureOfThread(AtomicReference<Thread> waiting, TestServer server)
            throws InterruptedException {
        boolean fromTheStart = waiting.get() != null;
        AtomicReference<UnavailableException> failure = new AtomicReference<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread round = new Thread(() -> {
            if (fromTheStart) {
                Thread.currentThread().interrupt();
            }
            failure.set(catchThrowableOfType(
                    UnavailableException.class,
                    () -> Channels.open().to(server, Channels.ANNA).call(Channels.WRITE, Channels.WORD)));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        waiting.set(round);

        round.start();
        round.join();

        assertThat(stillInterrupted).isTrue();
        return failure.get();
    }

    @Test
    void streamsUntilTheTimeIsOver() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange, Envelopes.saying("one"));
            write(exchange, Envelopes.saying("two"));
            stall();
        })) {
            StringBuilder words = new StringBuilder();

            Channels.open().to(server, Channels.ANNA).stream(
                    Channels.request("GetStreamingEvents"), Duration.ofSeconds(3), response -> {
                        words.append(response.text()).append(' ');
                        return true;
                    });

            assertThat(words.toString()).isEqualTo("one two ");
            assertThat(server.received().get(0).header("X-PreferServerAffinity"))
                    .isEqualTo("true");
            held.countDown();
        }
    }

    private static UnavailableException failureOf(Channels channels, TestServer server) {
        return catchThrowableOfType(
                UnavailableException.class,
                () -> channels.to(server, Channels.ANNA).call(Channels.READ, Channels.WORD));
    }

    private void stall() {
        hasCome(held);
    }

    private static boolean hasCome(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        OutputStream body = exchange.getResponseBody();
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
