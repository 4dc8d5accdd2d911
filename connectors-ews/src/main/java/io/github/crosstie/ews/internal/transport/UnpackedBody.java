package io.github.crosstie.ews.internal.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that is unpacked as it is read. Reads nothing before it is asked to, so that a slow server holds up nobody
 * else.
 */
final class UnpackedBody extends InputStream {

    private static final int BUFFER = 8192;

    private final InputStream packed;
    private @Nullable InputStream unpacked;

    UnpackedBody(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return unpacked().read(into, offset, length);
        } catch (EOFException e) {
            // Parsers take this kind of exception for a proper end.
            throw new IOException("the packed answer ends in its middle", e);
        }
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private InputStream unpacked() throws IOException {
        InputStream source = unpacked;
        if (source == null) {
            source = new GZIPInputStream(packed, BUFFER);
            unpacked = source;
        }
        return source;
    }
}
