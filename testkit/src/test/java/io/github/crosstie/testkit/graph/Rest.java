package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client that knows nothing of Graph but addresses and JSON. */
final class Rest {

    static final Map<String, String> IMMUTABLE = Map.of("Prefer", "IdType=\"ImmutableId\"");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final String token;

    Rest(LoopbackGraph graph) {
        this(graph.url().toString(), graph.accessToken());
    }

    Rest(String root, String token) {
        this.root = root;
        this.token = token;
    }

    Reply get(String path) {
        return get(path, Map.of());
    }

    Reply get(String path, Map<String, String> headers) {
        return send("GET", path, "", headers);
    }

    Reply post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, body, Map.of());
    }

    Reply delete(String path) {
        return send("DELETE", path, "", Map.of());
    }

    /** Sends a request to a path below the version, or to a whole link. */
    Reply send(String method, String path, String body, Map<String, String> headers) {
        try {
            return sendOnce(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply sendOnce(String method, String path, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(
                    answer.statusCode(),
                    json ? MAPPER.readTree(answer.body()) : MAPPER.nullNode(),
                    answer.body(),
                    answer.headers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A query, encoded: names and values in turns. */
    static String query(String... options) {
        List<String> encoded = new ArrayList<>();
        for (int i = 0; i < options.length; i += 2) {
            encoded.add(options[i] + "=" + URLEncoder.encode(options[i + 1], StandardCharsets.UTF_8));
        }
        return "?" + String.join("&", encoded);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    record Reply(int status, JsonNode json, String text, HttpHeaders headers) {

        String value(String name) {
            return json.path(name).asText();
        }

        String code() {
            return json.path("error").path("code").asText();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        List<JsonNode> items() {
            List<JsonNode> items = new ArrayList<>();
            json.path("value").forEach(items::add);
            return items;
        }

        String nextLink() {
            return value("@odata.nextLink");
        }

        String deltaLink() {
            return value("@odata.deltaLink");
        }
    }
}
