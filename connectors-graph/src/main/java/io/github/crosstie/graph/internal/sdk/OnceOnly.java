package io.github.crosstie.graph.internal.sdk;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A request's body that cannot be read twice, so that no layer of the client sends a write again on its own when a
 * connection breaks or a gateway times out: the server may have carried it out.
 */
final class OnceOnly extends FilterInputStream {

    private final int length;
    private volatile boolean handedOver;

    private OnceOnly(byte[] content) {
        super(new ByteArrayInputStream(content));
        this.length = content.length;
    }

    static OnceOnly of(String text) {
        return new OnceOnly(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many bytes it has in all. */
    int length() {
        return length;
    }

    /** Whether any of it went to a connection: as long as not, no server can have done what it asks for. */
    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public int read() throws IOException {
        handedOver = true;
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        handedOver = true;
        return super.read(into, offset, most);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
