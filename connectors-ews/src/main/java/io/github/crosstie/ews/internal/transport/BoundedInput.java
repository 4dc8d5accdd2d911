package io.github.crosstie.ews.internal.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails when it turns out to be longer than it may be. Without it, a few kilobytes could unpack to
 * gigabytes.
 */
final class BoundedInput extends FilterInputStream {

    private final long limit;
    private long taken;

    BoundedInput(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        taken += bytes;
        if (taken > limit) {
            throw new TooLargeException(limit);
        }
    }
}
