package io.github.crosstie.engagement.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of one answer, never more than a limit. It is filled again and again, so that page after page costs no new
 * memory. Not thread-safe: whoever lets go of an answer that may still arrive lets go of its buffer too.
 */
final class PageBuffer {

    private static final int START = 1 << 16;

    private final int limit;
    private byte[] bytes = new byte[0];
    private int length;

    PageBuffer(int limit) {
        this.limit = limit;
    }

    void clear() {
        length = 0;
    }

    void append(ByteBuffer more) throws TooLargeException {
        int count = more.remaining();
        if (count > limit - length) {
            throw new TooLargeException(limit);
        }
        if (count > bytes.length - length) {
            int doubled = (int) Math.min(limit, Math.max(START, 2L * bytes.length));
            bytes = Arrays.copyOf(bytes, Math.max(doubled, length + count));
        }
        more.get(bytes, length, count);
        length += count;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** An answer has more bytes than any page may have. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("more than " + limit + " bytes");
        }
    }
}
