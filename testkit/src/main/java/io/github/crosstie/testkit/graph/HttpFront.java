package io.github.crosstie.testkit.graph;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Takes requests over HTTP. No more than four are answered at a time for one mailbox. Thread-safe. */
final class HttpFront implements HttpHandler {

    private static final int MOST_AT_ONCE = 4;

    private static final Pattern FIRST_PART = Pattern.compile("\"url\"\\s*:\\s*\"([^\"]+)\"");

    private final Service service;
    private final LoopbackFaults faults;
    private final RequestLog log;

    HttpFront(Service service, LoopbackFaults faults, RequestLog log) {
        this.service = service;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            String body = read(exchange);
            if (!path.startsWith(Address.VERSION + "/")) {
                GraphRefusal refusal = GraphRefusal.noSuchPath(path);
                send(exchange, service.refused(refusal));
                return;
            }
            Incoming incoming = incoming(exchange, body);
            String operation = incoming.operation();
            int number = log.begin(operation, incoming.target(), exchange.getRequestHeaders(), body);
            String mailbox = mailbox(incoming);
            int underWay = log.enter(mailbox, service.now());
            boolean left = false;
            try {
                faults.awaitRelease();
                FaultPlan fault = faults.take(operation, false);
                GraphReply reply =
                        underWay > MOST_AT_ONCE ? service.refused(tooMany()) : service.reply(incoming, fault, number);
                if (reply != null) {
                    log.answered(number, reply);
                    log.toldToWait(mailbox, reply, service.now());
                }
                log.leave(mailbox); // before the answer goes out: its receiver may call again at once
                left = true;
                if (reply != null) {
                    send(exchange, reply);
                }
            } finally {
                if (!left) {
                    log.leave(mailbox);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Incoming incoming(HttpExchange exchange, String body) {
        URI uri = exchange.getRequestURI();
        String target = uri.getRawPath().substring(Address.VERSION.length());
        String query = uri.getRawQuery();
        return new Incoming(
                exchange.getRequestMethod(),
                query == null ? target : target + "?" + query,
                exchange.getRequestHeaders(),
                body);
    }

    private static String read(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        boolean zipped = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] bytes = zipped ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What requests to one mailbox have in common; a batch belongs to the mailbox of its first part. */
    private static String mailbox(Incoming incoming) {
        Matcher part = FIRST_PART.matcher(incoming.body());
        boolean batch = incoming.target().startsWith("/$batch") && part.find();
        String target = batch ? part.group(1).replace("\\/", "/") : incoming.target();
        Address address = new Incoming("", target.startsWith("/") ? target : "/" + target, Map.of(), "").address();
        List<String> path = address.path();
        return String.join("/", path.subList(0, Math.min(path.size(), address.mailboxSegments())))
                .toLowerCase(Locale.ROOT);
    }

    private static GraphRefusal tooMany() {
        return new GraphRefusal(
                429,
                "ApplicationThrottled",
                "Application is over its MailboxConcurrency limit.",
                Map.of("Retry-After", "1"));
    }

    private void send(HttpExchange exchange, GraphReply reply) throws IOException, InterruptedException {
        Headers out = exchange.getResponseHeaders();
        String id = exchange.getRequestHeaders().getFirst("client-request-id");
        out.set("request-id", service.requestId());
        out.set("client-request-id", id == null ? service.requestId() : id);
        reply.headers().forEach(out::set);
        byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            out.set("Content-Type", reply.contentType());
        }
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip") && bytes.length > 0) {
            bytes = compressed(bytes);
            out.set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            write(exchange.getResponseBody(), bytes, reply.delivery());
        }
    }

    private void write(OutputStream out, byte[] bytes, Delivery delivery) throws IOException, InterruptedException {
        switch (delivery) {
            case WHOLE -> out.write(bytes);
            case BROKEN_OFF -> half(out, bytes);
            case STALLED -> {
                half(out, bytes);
                faults.awaitClose();
            }
            case DRIPPING -> {
                for (int i = 0; i < bytes.length && faults.pace(); i++) {
                    out.write(bytes[i]);
                    out.flush();
                }
            }
        }
    }

    private static void half(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(buffer)) {
            gzip.write(bytes);
        }
        return buffer.toByteArray();
    }
}
