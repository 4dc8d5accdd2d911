package io.github.crosstie.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * The least that asking a side over HTTP costs: a bare {@link HttpClient} and a server on the loopback address that answers an
 * empty page of changes, over a connection that is kept. Used by one thread.
 */
final class LoopbackPoll implements AutoCloseable {

    private static final String EMPTY_PAGE = "{\"value\":[],\"@odata.deltaLink\":"
            + "\"https://graph.example.com/v1.0/me/contacts/delta?$deltatoken=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789\"}";

    static {
        // Otherwise the server sends head and body apart and waits for an acknowledgement between them, 40
        // milliseconds.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    private LoopbackPoll(HttpServer server) {
        this.server = server;
        request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/changes"))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + "0123456789abcdef".repeat(64))
                .build();
    }

    static LoopbackPoll open() {
        try {
            return new LoopbackPoll(started());
        } catch (IOException e) {
            throw new UncheckedIOException("no server on the loopback address; let this process open a port there", e);
        }
    }

    private static HttpServer started() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = EMPTY_PAGE.getBytes(StandardCharsets.UTF_8);
        server.createContext("/changes", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** One poll; the answer's body. */
    String poll() throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    boolean answersAsAgreed() throws IOException, InterruptedException {
        return poll().equals(EMPTY_PAGE);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
