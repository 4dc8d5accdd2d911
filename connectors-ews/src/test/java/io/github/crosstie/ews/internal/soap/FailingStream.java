package io.github.crosstie.ews.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Gives a text byte by byte, then fails. */
final class FailingStream extends InputStream {

    private final byte[] bytes;
    private final IOException failure;
    private int next;

    FailingStream(String text, IOException failure) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        if (next == bytes.length) {
            throw failure;
        }
        return bytes[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        target[offset] = (byte) read();
        return 1;
    }
}
