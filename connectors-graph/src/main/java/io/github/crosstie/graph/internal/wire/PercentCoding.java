package io.github.crosstie.graph.internal.wire;

import java.nio.charset.StandardCharsets;

/** Puts any text into an address. */
final class PercentCoding {

    private static final String UNRESERVED = "-._~";

    /** Addresses of mailboxes stay readable, and {@code $batch} what it is. */
    private static final String PLAIN_IN_PATH = UNRESERVED + "@$";

    /** What may stand in a query without a meaning of its own there. */
    private static final String PLAIN_IN_QUERY = UNRESERVED + "$'(),:/";

    private PercentCoding() {}

    /** A path of segments, each of them after a slash. */
    static String path(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            if (segment.isEmpty()) {
                throw new IllegalArgumentException("path: a segment is empty; pass the id");
            }
            path.append('/');
            encode(segment, PLAIN_IN_PATH, path);
        }
        return path.toString();
    }

    /** A name or value of a query. A space becomes {@code %20}: Graph does not read a plus sign as one. */
    static String query(String text) {
        StringBuilder encoded = new StringBuilder();
        encode(text, PLAIN_IN_QUERY, encoded);
        return encoded.toString();
    }

    private static void encode(String text, String plain, StringBuilder into) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (isAlphanumeric(character) || plain.indexOf(character) >= 0) {
                into.append(character);
            } else {
                into.append('%').append(hex(octet >> 4)).append(hex(octet));
            }
        }
    }

    private static boolean isAlphanumeric(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 0xF, 16));
    }
}
