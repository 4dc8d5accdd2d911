package io.github.crosstie.testkit.exchange;

import com.sun.net.httpserver.Headers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps what was asked and answered. Thread-safe. */
final class RequestLog {

    private static final Set<String> SECRETS = Set.of("authorization", "cookie", "proxy-authorization");

    private final List<LoopbackRequest> requests = new ArrayList<>();
    private boolean keeping = true;
    private int underWay;
    private int mostAtOnce;

    /** Takes a request in; the answer is added when there is one. */
    synchronized int begin(Instant at, String operation, Headers headers, String envelope) {
        underWay++;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        int number = requests.size() + 1;
        requests.add(new LoopbackRequest(number, at, operation, plain(headers), keeping ? envelope : "", 0, ""));
        return number;
    }

    synchronized void answered(int number, int status, String answer) {
        LoopbackRequest request = requests.get(number - 1);
        requests.set(
                number - 1,
                new LoopbackRequest(
                        number,
                        request.at(),
                        request.operation(),
                        request.headers(),
                        request.envelope(),
                        status,
                        keeping ? answer : ""));
    }

    synchronized void end() {
        underWay--;
    }

    synchronized List<LoopbackRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized int count(String operation) {
        return (int) requests.stream()
                .filter(request -> request.operation().equals(operation))
                .count();
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized void keepEnvelopes(boolean keep) {
        keeping = keep;
    }

    private static Map<String, String> plain(Headers headers) {
        Map<String, String> plain = new TreeMap<>();
        headers.forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            plain.put(key, SECRETS.contains(key) ? "..." : String.join(", ", values));
        });
        return plain;
    }
}
