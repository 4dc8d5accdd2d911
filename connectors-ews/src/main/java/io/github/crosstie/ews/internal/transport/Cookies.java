package io.github.crosstie.ews.internal.transport;

import java.net.HttpCookie;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one mailbox, by which a load balancer and Exchange find the server that holds it. A cookie goes back
 * to the very server that set it, whatever wider domain it names. Thread-safe.
 */
final class Cookies {

    private static final int MOST = 50;
    private static final int LONGEST = 4096;

    private final Map<String, Map<String, String>> byServer = new HashMap<>();

    /** Takes what an answer sets. What cannot be read is left out: cookies make requests faster, not right. */
    synchronized void take(URI server, List<String> setCookieHeaders) {
        Map<String, String> jar = byServer.computeIfAbsent(key(server), any -> new LinkedHashMap<>());
        for (String header : setCookieHeaders) {
            for (HttpCookie cookie : parsed(header)) {
                String pair = cookie.getName() + "=" + cookie.getValue();
                if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                    jar.remove(cookie.getName());
                } else if (pair.length() <= LONGEST && (jar.size() < MOST || jar.containsKey(cookie.getName()))) {
                    jar.put(cookie.getName(), pair);
                }
            }
        }
    }

    /** The header for a request. */
    synchronized Optional<String> header(URI server) {
        Map<String, String> jar = byServer.getOrDefault(key(server), Map.of());
        return jar.isEmpty()
                ? Optional.empty()
                : Optional.of(jar.values().stream().collect(Collectors.joining("; ")));
    }

    /** Forgets them all. */
    synchronized void clear() {
        byServer.clear();
    }

    private static List<HttpCookie> parsed(String header) {
        try {
            return HttpCookie.parse("Set-Cookie: " + header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static String key(URI server) {
        return (server.getScheme() + "://" + server.getAuthority()).toLowerCase(Locale.ROOT);
    }

    /** Shows no cookie. */
    @Override
    public synchronized String toString() {
        return "cookies of " + byServer.size() + " servers";
    }
}
