package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps what was asked and answered, and counts how much was under way. Thread-safe. */
final class RequestLog {

    private static final Set<String> SECRETS = Set.of("authorization", "cookie", "proxy-authorization");

    private final List<LoopbackRequest> requests = new ArrayList<>();
    private final List<LoopbackRequest> parts = new ArrayList<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Map<String, Instant> notBefore = new HashMap<>();
    private int mostAtOnce;
    private int calledTooEarly;
    private boolean keeping = true;

    /** Takes a request in; the answer is added when there is one. */
    synchronized int begin(String operation, String address, Map<String, List<String>> headers, String body) {
        int number = requests.size() + 1;
        requests.add(new LoopbackRequest(number, "", operation, address, plain(headers), keeping ? body : "", 0, ""));
        return number;
    }

    synchronized void answered(int number, GraphReply reply) {
        LoopbackRequest request = requests.get(number - 1);
        requests.set(number - 1, request.answered(reply.status(), keeping ? reply.text() : ""));
    }

    synchronized void part(LoopbackRequest request, GraphReply reply) {
        LoopbackRequest kept = keeping
                ? request
                : new LoopbackRequest(
                        request.number(),
                        request.part(),
                        request.operation(),
                        request.address(),
                        request.headers(),
                        "",
                        0,
                        "");
        parts.add(kept.answered(reply.status(), keeping ? reply.text() : ""));
    }

    /** A request to a mailbox begins; tells how many are under way then. */
    synchronized int enter(String mailbox, Instant now) {
        if (now.isBefore(notBefore.getOrDefault(mailbox, Instant.MIN))) {
            calledTooEarly++;
        }
        int together = underWay.merge(mailbox, 1, Integer::sum);
        mostAtOnce = Math.max(mostAtOnce, together);
        return together;
    }

    /** Notes what an answer, or an answer to a part of a batch, says about when to come again. */
    synchronized void toldToWait(String mailbox, GraphReply reply, Instant now) {
        long seconds = Long.parseLong(reply.headers().getOrDefault("Retry-After", "0"));
        for (JsonNode part : reply.json().path("responses")) {
            seconds = Math.max(seconds, part.path("headers").path("Retry-After").asLong());
        }
        notBefore.merge(mailbox, now.plusSeconds(seconds), (one, other) -> one.isAfter(other) ? one : other);
    }

    synchronized int calledTooEarly() {
        return calledTooEarly;
    }

    synchronized void leave(String mailbox) {
        underWay.merge(mailbox, -1, Integer::sum);
    }

    synchronized List<LoopbackRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized List<LoopbackRequest> parts() {
        return List.copyOf(parts);
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized void keepBodies(boolean keep) {
        keeping = keep;
    }

    static Map<String, String> plain(Map<String, List<String>> headers) {
        Map<String, String> plain = new TreeMap<>();
        headers.forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            plain.put(key, SECRETS.contains(key) ? "..." : String.join(", ", values));
        });
        return plain;
    }
}
