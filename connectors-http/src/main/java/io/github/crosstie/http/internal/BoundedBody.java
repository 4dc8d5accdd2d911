package io.github.crosstie.http.internal;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A whole body in memory that may not be longer than a limit. The exchange ends as soon as it is. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
    private final int limit;
    private long received;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription filling) {
        subscription = filling;
        whole.onSubscribe(filling);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        if (received > limit) {
            return;
        }
        received += item.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received <= limit) {
            whole.onNext(item);
            return;
        }
        Flow.Subscription filling = subscription;
        if (filling != null) {
            filling.cancel();
        }
        whole.onError(new TooLargeException(limit));
    }

    @Override
    public void onError(Throwable throwable) {
        whole.onError(throwable);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
