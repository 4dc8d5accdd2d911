package io.github.crosstie.store.jdbc;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.store.jdbc.internal.codec.Texts;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Ids as bytes to find rows by: every character counts, and no id is too long for an index. */
final class Keys {

    /** PostgreSQL's indexes hold some 2700 bytes. */
    private static final int LONGEST = 1_000;

    /** No text begins with it in UTF-8. */
    private static final byte DIGESTED = (byte) 0xFE;

    private Keys() {}

    static byte[] of(String text) {
        byte[] whole = Texts.bytes(text);
        if (whole.length <= LONGEST) {
            return whole;
        }
        byte[] digest = digest(whole);
        return ByteBuffer.allocate(1 + digest.length).put(DIGESTED).put(digest).array();
    }

    static byte[] of(LinkId link) {
        return of(link.value());
    }

    static byte @Nullable [] of(@Nullable RecordKey key) {
        return key == null ? null : of(key.id());
    }

    static byte[] of(ItemId id) {
        return of(id.value());
    }

    /** With its side. */
    static byte[] whole(RecordKey key) {
        byte[] id = of(key.id());
        return ByteBuffer.allocate(1 + id.length)
                .put((byte) key.side().name().charAt(0))
                .put(id)
                .array();
    }

    private static byte[] digest(byte[] whole) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(whole);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
