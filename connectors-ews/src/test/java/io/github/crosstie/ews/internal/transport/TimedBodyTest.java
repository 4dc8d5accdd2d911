package io.github.crosstie.ews.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class TimedBodyTest {

    private static final Deadline OVER = Deadline.after(Duration.ZERO);
    private static final Deadline FAR = Deadline.after(Duration.ofHours(1));

    private final Client client = new Client();

    @Test
    void readsWhatArrived() throws IOException {
        TimedBody body = body(FAR);
        body.onNext(bytes("ab", "", "c"));
        body.onNext(bytes("d"));
        body.onComplete();

        assertThat(body.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("abcd");
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void asksForNoMoreThanItsReaderTook() throws IOException {
        TimedBody body = body(FAR);
        body.onNext(bytes("a"));
        int asked = client.asked;

        assertThat(body.read()).isEqualTo('a');

        assertThat(asked).isEqualTo(1);
        assertThat(client.asked).isEqualTo(2);
    }

    @Test
    void endsAtTheDeadlineThoughMoreIsAlwaysAtHand() {
        TimedBody body = body(OVER);
        body.onNext(bytes("more"));

        assertThatThrownBy(body::read).isInstanceOf(DeadlinePassedException.class);
        assertThat(client.cancelled).isTrue();
    }

    @Test
    void takesAnEndThatIsThereInTime() throws IOException {
        TimedBody body = body(OVER);
        body.onComplete();

        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void tellsAConnectionThatBreaks() throws IOException {
        TimedBody body = body(FAR);
        body.onNext(bytes("a"));
        body.onError(new IOException("reset"));

        assertThat(body.read()).isEqualTo('a');
        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessageContaining("in the middle");
    }

    @Test
    void keepsTheConnectionWhoseRestIsShort() {
        TimedBody body = body(FAR);
        body.onNext(bytes("rest"));
        body.onComplete();

        body.close();

        assertThat(client.cancelled).isFalse();
    }

    @Test
    void breaksTheConnectionWhoseRestIsLong() {
        TimedBody body = body(FAR);
        body.onNext(bytes("x".repeat(100_000)));
        body.onNext(bytes("more"));
        body.onComplete();

        body.close();

        assertThat(client.cancelled).isTrue();
    }

    private TimedBody body(Deadline deadline) {
        TimedBody body = new TimedBody(deadline);
        body.onSubscribe(client);
        return body;
    }

    private static List<ByteBuffer> bytes(String... texts) {
        return List.of(texts).stream()
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The client's side: what was asked of it. */
    private static final class Client implements Flow.Subscription {
        private int asked;
        private boolean cancelled;

        @Override
        public void request(long count) {
            asked += (int) count;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
