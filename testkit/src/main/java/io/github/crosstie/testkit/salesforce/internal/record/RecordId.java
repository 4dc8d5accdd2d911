package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids of records: 15 case-sensitive characters, the first three of which name the object, and three more that are a checksum
 * of the case. Numbers are written to the base 62, so that ids of one object do differ by case alone now and then, as the
 * original's do.
 */
public final class RecordId {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final Pattern SHORT = Pattern.compile("[0-9A-Za-z]{15}");
    private static final Pattern LONG = Pattern.compile("[0-9A-Za-z]{18}");

    private RecordId() {}

    /** The id of the object's n-th record, in its form of 18 characters. */
    public static String of(String keyPrefix, long number) {
        StringBuilder digits = new StringBuilder();
        for (long left = number; left > 0; left /= DIGITS.length()) {
            digits.append(DIGITS.charAt((int) (left % DIGITS.length())));
        }
        String tail = digits.reverse().toString();
        return widened(keyPrefix + "5f" + "0".repeat(10 - tail.length()) + tail);
    }

    /** Reads either form; the result has 18 characters. Empty if the text is no id, or its checksum does not fit. */
    public static Optional<String> read(String text) {
        if (SHORT.matcher(text).matches()) {
            return Optional.of(widened(text));
        }
        return LONG.matcher(text).matches() && widened(text.substring(0, 15)).equals(text)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The characters that name the object. */
    public static String keyPrefix(String id) {
        return id.substring(0, 3);
    }

    /** Each check character stands for five of the id: a bit for each of them, set where it is a capital. */
    private static String widened(String id) {
        StringBuilder widened = new StringBuilder(id);
        for (int chunk = 0; chunk < 15; chunk += 5) {
            int capitals = 0;
            for (int at = 0; at < 5; at++) {
                char character = id.charAt(chunk + at);
                if (character >= 'A' && character <= 'Z') {
                    capitals |= 1 << at;
                }
            }
            widened.append(CHECK_CHARACTERS.charAt(capitals));
        }
        return widened.toString();
    }
}
