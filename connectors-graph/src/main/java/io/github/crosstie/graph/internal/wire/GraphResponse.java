package io.github.crosstie.graph.internal.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a server answered, whole. */
public final class GraphResponse {

    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] content;

    private GraphResponse(int status, Map<String, String> headers, byte[] content) {
        this.status = status;
        this.headers.putAll(headers);
        this.content = content;
    }

    /**
     * A response.
     *
     * @param status its status
     * @param headers its headers, first values
     * @param content its body, unpacked; not copied
     * @return the response
     */
    public static GraphResponse of(int status, Map<String, String> headers, byte[] content) {
        return new GraphResponse(status, headers, content);
    }

    /**
     * The status.
     *
     * @return its code
     */
    public int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /**
     * A header.
     *
     * @param name its name, in any case
     * @return its value
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the body is JSON, or there is none: what Graph itself answers. */
    boolean isJson() {
        return content.length == 0
                || header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("json");
    }

    /** The body; a missing node for none. */
    JsonNode json() throws IOException {
        return content.length == 0 ? MissingNode.getInstance() : JSON.readTree(content);
    }

    /** Shows the status alone. */
    @Override
    public String toString() {
        return "status " + status;
    }
}
