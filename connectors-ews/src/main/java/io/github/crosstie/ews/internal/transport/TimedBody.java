package io.github.crosstie.ews.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body, read as it arrives and only until a deadline: the client's own timeout ends with the headers, and a
 * server that stalls in the body would hold the caller for ever. One thread reads; the client fills.
 */
final class TimedBody extends InputStream implements HttpResponse.BodySubscriber<TimedBody> {

    /** How much of a body that nobody wants is read so that the connection can be used again. */
    private static final int WORTH_DRAINING = 64 * 1024;

    /** How long to wait for the end of such a body: it is on its way, or it will not come. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Deadline deadline;
    private final BlockingQueue<Part> arrived = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> current = new ArrayDeque<>();
    private volatile Flow.@Nullable Subscription subscription;
    private boolean ended;

    TimedBody(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public CompletionStage<TimedBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        arrived.add(new Part.Bytes(item));
    }

    @Override
    public void onError(Throwable throwable) {
        arrived.add(new Part.Broken(throwable));
    }

    @Override
    public void onComplete() {
        arrived.add(new Part.End());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = next();
        if (buffer == null) {
            return -1;
        }
        int read = Math.min(length, buffer.remaining());
        buffer.get(into, offset, read);
        return read;
    }

    /**
     * Ends the exchange. If the rest is short and at hand, it is read first, so that the connection can be used again.
     */
    @Override
    public void close() {
        end(Deadline.after(PATIENCE));
    }

    /** Ends the exchange as {@link #close} does, with patience for the rest up to the deadline. */
    void drain() {
        end(deadline);
    }

    private void end(Deadline soon) {
        int drained = 0;
        try {
            while (!ended && drained < WORTH_DRAINING) {
                Part part = arrived.poll(Math.min(soon.remaining(), deadline.remaining()), TimeUnit.NANOSECONDS);
                if (part instanceof Part.Bytes bytes) {
                    drained += bytes.size();
                    demand();
                } else {
                    ended = part != null;
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            cancel();
        }
    }

    private @Nullable ByteBuffer next() throws IOException {
        while (!ended) {
            ByteBuffer buffer = current.peek();
            if (buffer == null) {
                take();
            } else if (buffer.hasRemaining()) {
                return buffer;
            } else {
                current.remove();
            }
        }
        return null;
    }

    private void take() throws IOException {
        Part part = await();
        if (part instanceof Part.Bytes bytes) {
            current.addAll(bytes.buffers());
            demand();
        } else {
            ended = true;
            if (part instanceof Part.Broken broken) {
                throw new IOException("the connection broke in the middle of the answer", broken.cause());
            }
        }
    }

    private Part await() throws IOException {
        long remaining = deadline.remaining();
        Part part;
        try {
            part = arrived.poll(remaining, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while reading the answer");
            interrupted.initCause(e);
            throw interrupted;
        }
        // A server that never stops sending always has something at hand; only the end may be late.
        if (part == null || (remaining == 0 && part instanceof Part.Bytes)) {
            cancel();
            throw new DeadlinePassedException(deadline);
        }
        return part;
    }

    /** Ends the exchange at once. From any thread. */
    void abandon() {
        Flow.Subscription filling = subscription;
        if (filling != null) {
            filling.cancel();
        }
    }

    private void demand() {
        Flow.Subscription filling = subscription;
        if (filling != null) {
            filling.request(1);
        }
    }

    private void cancel() {
        ended = true;
        abandon();
    }

    /** What the client hands over. */
    private sealed interface Part {

        /** Some of the body. */
        record Bytes(List<ByteBuffer> buffers) implements Part {
            int size() {
                return buffers.stream().mapToInt(ByteBuffer::remaining).sum();
            }
        }

        /** The body is complete. */
        record End() implements Part {}

        /** No more will come. */
        record Broken(Throwable cause) implements Part {}
    }
}
