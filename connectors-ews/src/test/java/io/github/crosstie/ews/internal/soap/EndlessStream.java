package io.github.crosstie.ews.internal.soap;

import java.io.InputStream;
import java.util.Arrays;

/** Gives the same character for ever. */
final class EndlessStream extends InputStream {

    @Override
    public int read() {
        return 'x';
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Arrays.fill(target, offset, offset + length, (byte) 'x');
        return length;
    }
}
