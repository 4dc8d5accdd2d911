package io.github.crosstie.testkit.engagement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.connector.EngagementCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes requests in the order of the original's checks: limits, token, unit, method, query. Thread-safe. */
final class RequestHandler implements HttpHandler {

    private final RequestLog log;
    private final LoopbackFaults faults;
    private final Map<BusinessUnitId, LoopbackUnit> units;
    private final Predicate<String> tokens;
    private final UserResource users;

    RequestHandler(
            RequestLog log,
            LoopbackFaults faults,
            Map<BusinessUnitId, LoopbackUnit> units,
            Predicate<String> tokens,
            UserResource users) {
        this.log = log;
        this.faults = faults;
        this.units = units;
        this.tokens = tokens;
        this.users = users;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Fault fault = null;
            Reply reply;
            try {
                log.begin(request(exchange));
                faults.awaitRelease();
                fault = faults.take();
                if (fault instanceof Fault.Silent) {
                    faults.awaitClose();
                }
                reply = reply(exchange, fault);
            } catch (ApiRefusal refusal) {
                reply = Reply.of(refusal.status(), UserJson.error(refusal.code(), refusal.getMessage()));
            } finally {
                log.end(); // before the answer goes out: its receiver may call again at once
            }
            send(exchange, reply, fault);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static LoopbackRequest request(HttpExchange exchange) {
        String unit = exchange.getRequestHeaders().getFirst("Pardot-Business-Unit-Id");
        return new LoopbackRequest(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), unit == null ? "" : unit);
    }

    private Reply reply(HttpExchange exchange, @Nullable Fault fault) throws ApiRefusal, IOException {
        if (fault instanceof Fault.Refused refused) {
            throw new ApiRefusal(refused.status(), refused.code(), "as the test says");
        }
        if (fault instanceof Fault.Foreign foreign) {
            return new Reply(foreign.status(), foreign.contentType(), foreign.body(), Map.of());
        }
        faults.checkThrottle();
        checkToken(exchange.getRequestHeaders().getFirst("Authorization"));
        LoopbackUnit unit = unit(exchange.getRequestHeaders().getFirst("Pardot-Business-Unit-Id"));
        if (!exchange.getRequestMethod().equals("GET")) {
            return Reply.of(405, UserJson.error(ApiRefusal.BAD_ACTION, "Invalid action"));
        }
        return users.get(
                unit,
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getRawQuery());
    }

    private void checkToken(@Nullable String authorization) throws ApiRefusal {
        if (authorization == null
                || !authorization.startsWith("Bearer ")
                || !tokens.test(authorization.substring("Bearer ".length()))) {
            throw new ApiRefusal(EngagementCode.BAD_TOKEN);
        }
    }

    private LoopbackUnit unit(@Nullable String id) throws ApiRefusal {
        if (id == null || id.isBlank()) {
            throw new ApiRefusal(EngagementCode.MISSING_UNIT);
        }
        LoopbackUnit unit = units.get(new BusinessUnitId(id));
        if (unit == null) {
            throw new ApiRefusal(EngagementCode.UNIT_NOT_FOUND);
        }
        return unit;
    }

    private void send(HttpExchange exchange, Reply reply, @Nullable Fault fault)
            throws IOException, InterruptedException {
        if (fault instanceof Fault.Dropped || fault instanceof Fault.Silent) {
            return; // closing the exchange without an answer breaks the connection
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        int half = body.length / 2;
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (fault instanceof Fault.Warned warned) {
            warned.warnings().forEach(warning -> exchange.getResponseHeaders().add(Reply.WARNING, warning));
        }
        exchange.sendResponseHeaders(reply.status(), fault instanceof Fault.CutShort ? half : body.length);
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
}
