package io.github.crosstie.testkit.salesforce;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.rest.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Takes requests from the wire, lets faults at them, and sends the answers back. Thread-safe. */
final class HttpDoor implements HttpHandler {

    /** How many bytes an address and its headers may have together. */
    private static final int LONGEST_HEAD = 16_384;

    /** What answers the requests that get through. */
    interface Desk {

        /** Answers a request; errors are answers too. */
        ApiResponse answer(LoopbackRequest request, String body, Map<String, String> headers, int underWay);

        /** Ends all sessions. */
        void endSessions();
    }

    private final RequestLog log;
    private final LoopbackFaults faults;
    private final Desk desk;

    HttpDoor(RequestLog log, LoopbackFaults faults, Desk desk) {
        this.log = log;
        this.faults = faults;
        this.desk = desk;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = body(exchange);
            LoopbackRequest request = new LoopbackRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                    Secrets.without(body));
            int underWay = log.begin(request);
            Fault fault;
            ApiResponse answer;
            try {
                faults.awaitRelease();
                fault = faults.take(request);
                if (fault instanceof Fault.Silent) {
                    faults.awaitClose();
                }
                if (fault instanceof Fault.Silent || fault instanceof Fault.LostRequest) {
                    return; // closing the exchange without an answer breaks the connection
                }
                answer = answer(exchange, request, body, fault, underWay);
            } finally {
                log.end(); // before the answer goes out: its receiver may call again at once
            }
            send(exchange, answer, fault);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private ApiResponse answer(
            HttpExchange exchange, LoopbackRequest request, String body, @Nullable Fault fault, int underWay) {
        if (fault instanceof Fault.Answered answered) {
            return ApiResponse.text(answered.status(), answered.contentType(), answered.body());
        }
        if (fault instanceof Fault.SessionsEnded) {
            desk.endSessions();
        }
        int address = exchange.getRequestURI().toString().length();
        if (address > LONGEST_HEAD) {
            return ApiResponse.text(414, "text/html", "<h1>414 URI Too Long</h1>");
        }
        if (address + length(exchange.getRequestHeaders()) > LONGEST_HEAD) {
            return ApiResponse.text(431, "text/html", "<h1>431 Request Header Fields Too Large</h1>");
        }
        try {
            if (fault instanceof Fault.Meanwhile meanwhile) {
                meanwhile.action().run();
            }
            return desk.answer(request, body, headers(exchange), underWay);
        } catch (Refusal refusal) {
            return ApiResponse.of(refusal);
        } catch (RuntimeException broken) { // a mistake of the server's must not look like a broken line
            return ApiResponse.text(500, "text/plain", "loopback Salesforce: " + broken);
        }
    }

    private static int length(Headers headers) {
        return headers.entrySet().stream()
                .flatMapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length() + 4))
                .sum();
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    private static String body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void send(HttpExchange exchange, ApiResponse answer, @Nullable Fault fault)
            throws IOException, InterruptedException {
        if (fault instanceof Fault.LostAnswer) {
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (body.length > 0 && acceptsZipped(exchange)) {
            body = zipped(body);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        int half = body.length / 2;
        exchange.sendResponseHeaders(answer.status(), fault instanceof Fault.CutShort ? half : body.length);
        OutputStream out = exchange.getResponseBody();
        if (fault instanceof Fault.CutShort || fault instanceof Fault.BrokenOff || fault instanceof Fault.Stalled) {
            out.write(body, 0, half);
            out.flush();
            if (fault instanceof Fault.Stalled) {
                faults.awaitClose();
            }
        } else {
            out.write(body);
        }
    }

    private static boolean acceptsZipped(HttpExchange exchange) {
        List<String> accepted = exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of());
        return accepted.stream().anyMatch(encodings -> encodings.contains("gzip"));
    }

    private static byte[] zipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }
}
