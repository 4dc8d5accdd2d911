package io.github.crosstie.ews.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns bytes into characters: UTF-8, as all of Exchange Web Services is, unless a byte order mark says otherwise. */
final class Decoding {

    private static final int LONGEST_MARK = 3;

    private Decoding() {}

    static Reader of(InputStream bytes) throws IOException {
        PushbackInputStream peeking = new PushbackInputStream(bytes, LONGEST_MARK);
        byte[] mark = peeking.readNBytes(LONGEST_MARK);
        Charset charset = StandardCharsets.UTF_8;
        int skipped = 0;
        if (startsWith(mark, 0xEF, 0xBB, 0xBF)) {
            skipped = 3;
        } else if (startsWith(mark, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            skipped = 2;
        } else if (startsWith(mark, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            skipped = 2;
        }
        peeking.unread(mark, skipped, mark.length - skipped);
        return new InputStreamReader(peeking, charset);
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int at = 0; at < expected.length; at++) {
            if ((bytes[at] & 0xFF) != expected[at]) {
                return false;
            }
        }
        return true;
    }
}
