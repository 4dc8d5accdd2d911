package io.github.crosstie.http.internal;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A whole answer of any status. {@link #toString} shows nothing of its content.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param content the body, unpacked; as if it were not shared, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the connector that asked
public record WebResponse(int status, HttpHeaders headers, byte[] content) {

    /** Requires all parts. */
    public WebResponse {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(content, "content");
    }

    /**
     * A header.
     *
     * @param name its name, in any case
     * @return its first value
     */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /**
     * Whether the request was carried out.
     *
     * @return true for a status from 200 to 299
     */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * The body as text.
     *
     * @return the text, read as UTF-8
     */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "status " + status + ", " + content.length + " bytes";
    }
}
