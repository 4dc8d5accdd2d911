package io.github.crosstie.ews.internal.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A web server on 127.0.0.1 that does what a test tells it, and remembers what it was asked. */
public final class TestServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private TestServer(HttpServer server) {
        this.server = server;
    }

    /** What the server was asked. */
    public record Received(String method, URI path, Map<String, List<String>> headers, String body, int connection) {

        /** A header's first value; empty without one. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    /** What the server does with a request. */
    @FunctionalInterface
    public interface Conduct {
        void answer(HttpExchange exchange, Received request) throws IOException;
    }

    /** A server without encryption. */
    public static TestServer start(Conduct conduct) {
        try {
            return new TestServer(HttpServer.create(anyPort(), 0)).running(conduct);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server with encryption, under a certificate of its own. */
    public static TestServer startEncrypted(SSLContext context, Conduct conduct) {
        try {
            HttpsServer encrypted = HttpsServer.create(anyPort(), 0);
            encrypted.setHttpsConfigurator(new HttpsConfigurator(context));
            return new TestServer(encrypted).running(conduct);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private TestServer running(Conduct conduct) {
        server.setExecutor(threads);
        HttpHandler handler = exchange -> {
            try {
                Received request = new Received(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        exchange.getRemoteAddress().getPort());
                received.add(request);
                conduct.answer(exchange, request);
            } finally {
                exchange.close();
            }
        };
        server.createContext("/", handler);
        server.start();
        return this;
    }

    /** Its address with a path. */
    public URI at(String path) {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** What it was asked so far, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Holds the calling handler until the server is closed. */
    public void stall() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers with a text. */
    public static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** A client as a host has one. */
    public static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
