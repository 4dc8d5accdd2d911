package io.github.crosstie.salesforce;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Remembers whether its end was met: a parser that asked for more than there is, and then found the document malformed, has
 * met one that was cut short.
 */
final class EndMarkingStream extends FilterInputStream {

    private boolean ended;

    EndMarkingStream(InputStream in) {
        super(in);
    }

    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        ended |= read < 0;
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        ended |= read < 0;
        return read;
    }
}
