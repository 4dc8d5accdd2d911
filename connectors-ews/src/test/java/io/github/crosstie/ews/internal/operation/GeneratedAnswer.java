package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Envelopes;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** An answer that comes into being while it is read: nobody ever holds the whole of it. */
final class GeneratedAnswer extends InputStream {

    private final byte[] head;
    private final IntFunction<String> piece;
    private final int pieces;
    private final byte[] tail;
    private byte[] current;
    private int at;
    private int next;
    private long total;

    /** Builds it of a body with a mark where the pieces are to stand. */
    GeneratedAnswer(String bodyWithMark, IntFunction<String> piece, int pieces) {
        String envelope = Envelopes.envelope("", bodyWithMark);
        int mark = envelope.indexOf("@@");
        this.head = bytes(envelope.substring(0, mark));
        this.piece = piece;
        this.pieces = pieces;
        this.tail = bytes(envelope.substring(mark + 2));
        this.current = head;
    }

    /** How many bytes have been read. */
    long total() {
        return total;
    }

    /** How many pieces have been begun. */
    int begun() {
        return next;
    }

    @Override
    public int read() {
        if (at == current.length && !advance()) {
            return -1;
        }
        total++;
        return current[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at == current.length && !advance()) {
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current, at, target, offset, count);
        at += count;
        total += count;
        return count;
    }

    private boolean advance() {
        if (current == tail) {
            return false;
        }
        current = next < pieces ? bytes(piece.apply(next++)) : tail;
        at = 0;
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
