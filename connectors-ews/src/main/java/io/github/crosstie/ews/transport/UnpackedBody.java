package io.github.crosstie.ews.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A body that is unpacked as it is read. Reads nothing before it is asked to, so that a slow server holds up nobody else. */
final class UnpackedBody extends InputStream {

    private static final int BUFFER = 8192;

    private final InputStream packed;
    private @Nullable InputStream unpacked;

    UnpackedBody(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        return unpacked().read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return unpacked().read(into, offset, length);
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
