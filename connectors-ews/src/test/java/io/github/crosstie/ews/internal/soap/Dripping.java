package io.github.crosstie.ews.internal.soap;

import java.io.ByteArrayInputStream;
import java.util.random.RandomGenerator;

/** A stream that comes in pieces of any size, as from a network. */
final class Dripping extends ByteArrayInputStream {

    private final RandomGenerator random;

    Dripping(byte[] bytes, RandomGenerator random) {
        super(bytes);
        this.random = random;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, random.nextInt(1, 3000)));
    }

    @Override
    public synchronized int available() {
        return 0;
    }
}
