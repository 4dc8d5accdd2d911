package io.github.crosstie.ews;

import com.sun.net.httpserver.HttpExchange;
import io.github.crosstie.ews.internal.transport.TestServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A server between connector and Exchange that changes what is said. It takes away what the connector relies on, so that
 * tests can show that they would notice.
 */
final class Relay implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI exchange;
    private final UnaryOperator<String> requests;
    private final UnaryOperator<String> answers;
    private final TestServer server = TestServer.start(this::pass);

    Relay(URI exchange, UnaryOperator<String> requests, UnaryOperator<String> answers) {
        this.exchange = exchange;
        this.requests = requests;
        this.answers = answers;
    }

    URI url() {
        return server.at(exchange.getPath());
    }

    private void pass(HttpExchange call, TestServer.Received received) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(exchange)
                .POST(HttpRequest.BodyPublishers.ofString(requests.apply(received.body())));
        for (String name : List.of("Authorization", "Content-Type", "X-AnchorMailbox")) {
            if (!received.header(name).isEmpty()) {
                request.header(name, received.header(name));
            }
        }
        HttpResponse<String> answer = send(request.build());
        TestServer.answer(
                call,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse("text/xml"),
                answers.apply(answer.body()));
    }

    /** Where Exchange breaks off, the relay does, too. */
    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
