package io.github.crosstie.graph.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A web server on 127.0.0.1 that does what a test tells it, and remembers what it was asked. */
public final class ScriptedGraph implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Conduct conduct;

    private ScriptedGraph(HttpServer server, Conduct conduct) {
        this.server = server;
        this.conduct = conduct;
    }

    /** What the server was asked. */
    public record Received(String method, URI uri, Map<String, List<String>> headers, String body) {

        /** A header's first value; empty without one. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        /** The body. */
        public JsonNode json() {
            return parsed(body);
        }
    }

    /** What the server does with a request. */
    @FunctionalInterface
    public interface Conduct {
        void answer(HttpExchange exchange, Received request) throws IOException;
    }

    /** A server. */
    public static ScriptedGraph start(Conduct conduct) {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new ScriptedGraph(HttpServer.create(anyPort, 0), conduct).running();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScriptedGraph running() {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try {
                Received request = new Received(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                received.add(request);
                conduct.answer(exchange, request);
            } finally {
                exchange.close();
            }
        });
        server.start();
        return this;
    }

    /** Behaves in another way from now on. */
    public void behave(Conduct another) {
        conduct = another;
    }

    /** The root of the service. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0");
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

    /** Any JSON of a text. */
    public static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with JSON. */
    public static void json(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, "application/json;odata.metadata=minimal", text);
    }

    /** Answers with an error as Graph writes it. */
    public static void error(HttpExchange exchange, int status, String code) throws IOException {
        json(
                exchange,
                status,
                "{\"error\":{\"code\":\"" + code
                        + "\",\"message\":\"private words\",\"innerError\":{\"date\":\"x\"}}}");
    }

    /** Answers with a text. */
    public static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("request-id", "srv-1");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Answers with packed JSON. */
    public static void packed(HttpExchange exchange, String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, packed.size());
        packed.writeTo(exchange.getResponseBody());
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
