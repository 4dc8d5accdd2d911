package io.github.crosstie.testkit.exchange;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param body the body
 * @param headers more headers
 */
record HttpReply(int status, String contentType, String body, Map<String, String> headers) {

    static HttpReply soap(int status, Tree envelope) {
        return new HttpReply(status, "text/xml; charset=utf-8", TreeWriter.document(envelope), Map.of());
    }

    static HttpReply text(int status, String text) {
        return new HttpReply(status, "text/plain", text, Map.of());
    }

    static HttpReply unauthorized(String challenge) {
        return new HttpReply(
                401, "text/plain", "", challenge.isEmpty() ? Map.of() : Map.of("WWW-Authenticate", challenge));
    }

    HttpReply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpReply(status, contentType, body, all);
    }

    void send(HttpExchange exchange, @Nullable FaultPlan fault, LoopbackFaults faults)
            throws IOException, InterruptedException {
        Headers out = exchange.getResponseHeaders();
        out.set("Content-Type", contentType);
        headers.forEach(out::set);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip") && bytes.length > 0) {
            bytes = compressed(bytes);
            out.set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            write(exchange.getResponseBody(), bytes, fault, faults);
        }
    }

    private static void write(OutputStream out, byte[] bytes, @Nullable FaultPlan fault, LoopbackFaults faults)
            throws IOException, InterruptedException {
        if (fault instanceof FaultPlan.BrokenOff || fault instanceof FaultPlan.Stalled) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            if (fault instanceof FaultPlan.Stalled) {
                faults.awaitClose();
            }
        } else if (fault instanceof FaultPlan.Dripping) {
            for (int i = 0; i < bytes.length && faults.pace(); i++) {
                out.write(bytes[i]);
                out.flush();
            }
        } else {
            out.write(bytes);
        }
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(buffer)) {
            gzip.write(bytes);
        }
        return buffer.toByteArray();
    }

    /** The headers of one back end: its name, a cookie that leads to it and the ids of requests. */
    static final class Cookies {

        private final AtomicInteger number = new AtomicInteger();

        Map<String, String> of(Headers request) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-FEServer", "LOOPBACK");
            headers.put("request-id", "loopback-" + number.incrementAndGet());
            String id = request.getFirst("client-request-id");
            if (id != null && "true".equalsIgnoreCase(request.getFirst("return-client-request-id"))) {
                headers.put("client-request-id", id);
            }
            String cookies = request.getFirst("Cookie");
            if (cookies == null || !cookies.contains("X-BackEndCookie=")) {
                String anchor = request.getFirst("X-AnchorMailbox");
                headers.put(
                        "Set-Cookie",
                        "X-BackEndCookie=" + Integer.toHexString((anchor == null ? "" : anchor).hashCode())
                                + "; path=/EWS; HttpOnly");
            }
            return headers;
        }
    }
}
