package io.github.crosstie.ews.internal.soap;

/**
 * Characters that take the place of those that XML 1.0 forbids, even as references. Unicode has 32 characters that are none,
 * {@code U+FDD0} to {@code U+FDEF}: XML allows them and nobody may send them. Each control character has one of its own, so
 * that it can be told afterwards. NUL, halves of pairs and the like, which no later XML allows either, become {@code U+FFFD}.
 */
final class StandIns {

    private static final char FIRST = 0xFDD0;
    private static final char LAST = 0xFDEF;
    private static final String REPLACEMENT = "\uFFFD";

    private boolean used;

    /** Whether a character beyond ASCII must not reach the parser, except as part of a pair. */
    static boolean isSuspect(char character) {
        return character >= FIRST && (character <= LAST || character >= 0xFFFE);
    }

    /** Whether the parser takes a reference to a character, and tells it as it is. */
    static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD && !isSuspect((char) character))
                || (character >= 0x10000 && character <= Character.MAX_CODE_POINT);
    }

    /** What stands for a character that must not reach the parser. */
    String standIn(int character) {
        if (character == 0 || character >= 0x20) {
            return REPLACEMENT;
        }
        used = true;
        return String.valueOf((char) (FIRST + character));
    }

    /** Gives a text its control characters back. */
    String restored(String text) {
        if (!used) {
            return text;
        }
        StringBuilder restored = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character >= FIRST && character <= LAST) {
                restored.setCharAt(at, (char) (character - FIRST));
            }
        }
        return restored.toString();
    }
}
