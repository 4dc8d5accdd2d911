package io.github.crosstie.ews.internal.transport;

import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server answered. The body is read as it arrives, unpacked, within the request's deadline and the bound on its
 * size. Whoever gets an answer closes it.
 */
public final class WebAnswer implements AutoCloseable {

    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;
    private final TimedBody wire;
    private final Runnable afterwards;
    private boolean closed;

    WebAnswer(int status, HttpHeaders headers, InputStream body, TimedBody wire, Runnable afterwards) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.wire = wire;
        this.afterwards = afterwards;
    }

    /**
     * The status.
     *
     * @return its code
     */
    public int status() {
        return status;
    }

    /**
     * The headers.
     *
     * @return all of them
     */
    public HttpHeaders headers() {
        return headers;
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
     * The body.
     *
     * @return the bytes, unpacked; always the same stream
     */
    public InputStream body() {
        return body;
    }

    /**
     * Whether the body says that it is a page for people.
     *
     * @return true for HTML
     */
    public boolean isPage() {
        return type().startsWith("text/html");
    }

    /**
     * Whether the body says that it is XML.
     *
     * @return true for any kind of XML
     */
    public boolean isXml() {
        return type().contains("xml") && !isPage();
    }

    private String type() {
        return header("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** Ends the exchange. What has not been read is lost. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            wire.close();
            afterwards.run();
        }
    }

    /** Ends the exchange, while the connection stays with its request for another one. */
    void endExchange() {
        closed = true;
        wire.drain();
    }
}
