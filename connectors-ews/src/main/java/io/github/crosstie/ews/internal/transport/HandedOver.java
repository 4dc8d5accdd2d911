package io.github.crosstie.ews.internal.transport;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A request's body that knows whether it has been handed to a connection. As long as it has not, no server can have
 * done what it asks for.
 */
final class HandedOver implements HttpRequest.BodyPublisher {

    private final HttpRequest.BodyPublisher body;
    private volatile boolean happened;

    HandedOver(HttpRequest.BodyPublisher body) {
        this.body = body;
    }

    boolean happened() {
        return happened;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        happened = true;
        body.subscribe(subscriber);
    }
}
