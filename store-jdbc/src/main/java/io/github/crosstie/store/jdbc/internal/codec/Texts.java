package io.github.crosstie.store.jdbc.internal.codec;

import java.nio.charset.StandardCharsets;

/** Texts as bytes, such that different texts have different bytes. */
public final class Texts {

    /** No text begins with it in UTF-8. */
    private static final byte HALVES = (byte) 0xFF;

    private Texts() {}

    /**
     * Whether every character is a whole one.
     *
     * @param text the text
     * @return false if it holds half of a surrogate pair
     */
    static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isHighSurrogate(text.charAt(at))
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A text as bytes: in UTF-8, or marked and in UTF-16 if UTF-8 could not tell it from another.
     *
     * @param text the text
     * @return the bytes
     */
    public static byte[] bytes(String text) {
        if (isWellFormed(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        byte[] marked = new byte[1 + 2 * text.length()];
        marked[0] = HALVES;
        for (int at = 0; at < text.length(); at++) {
            marked[1 + 2 * at] = (byte) (text.charAt(at) >> Byte.SIZE);
            marked[2 + 2 * at] = (byte) text.charAt(at);
        }
        return marked;
    }
}
