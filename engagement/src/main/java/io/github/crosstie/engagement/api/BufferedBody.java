package io.github.crosstie.engagement.api;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Receives a body into a buffer, and hangs up as soon as it grows too large. */
final class BufferedBody implements HttpResponse.BodySubscriber<PageBuffer> {

    private final CompletableFuture<PageBuffer> received = new CompletableFuture<>();
    private final PageBuffer buffer;
    private Flow.@Nullable Subscription subscription;

    BufferedBody(PageBuffer buffer) {
        this.buffer = buffer;
        buffer.clear();
    }

    @Override
    public CompletionStage<PageBuffer> getBody() {
        return received;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> chunks) {
        if (received.isDone()) {
            return;
        }
        try {
            for (ByteBuffer chunk : chunks) {
                buffer.append(chunk);
            }
        } catch (PageBuffer.TooLargeException tooLarge) {
            if (subscription != null) {
                subscription.cancel();
            }
            received.completeExceptionally(tooLarge);
        }
    }

    @Override
    public void onError(Throwable cause) {
        received.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        received.complete(buffer);
    }
}
