package io.github.crosstie.salesforce;

import io.github.crosstie.directory.IdForm;

/**
 * An id of a Salesforce record in its 18-character form. The 15-character form is case-sensitive: a role {@code 00E…} and a
 * profile {@code 00e…} differ by case alone. The three characters that make 18 of it are a checksum of the case, so that an
 * id whose case somebody changed on the way is noticed; no case is ever changed here (A14).
 *
 * @param value 18 ASCII letters and digits
 */
public record SalesforceId(String value) {

    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int CHUNK = 5;
    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not an 18-character id, or its checksum does not fit its case
     */
    public SalesforceId {
        if (value.length() != LONG || !alphanumeric(value)) {
            throw new IllegalArgumentException("a Salesforce id has 15 or 18 letters and digits");
        }
        if (!value.endsWith(checksum(value))) {
            throw new IllegalArgumentException("the checksum of the Salesforce id " + value
                    + " does not fit: its case was changed on the way, or it was mistyped");
        }
    }

    /**
     * Reads an id in either form.
     *
     * @param text 15 or 18 characters
     * @return the id in its 18-character form
     * @throws IllegalArgumentException if it is no Salesforce id, or its checksum does not fit its case
     */
    public static SalesforceId of(String text) {
        return new SalesforceId(canonical(text));
    }

    /**
     * How a directory of Salesforce keeps ids: 15-character ids are widened to 18, any other text stays as given.
     *
     * @return the form
     */
    public static IdForm form() {
        return SalesforceId::canonical;
    }

    /**
     * The first three characters, which name the type of the record.
     *
     * @return such as {@code 005} for a user
     */
    public String keyPrefix() {
        return value.substring(0, 3);
    }

    private static String canonical(String text) {
        return text.length() == SHORT && alphanumeric(text) ? text + checksum(text) : text;
    }

    /** Each character stands for five of the id: its number has a bit for each of them, set where it is a capital. */
    private static String checksum(String id) {
        char[] checksum = new char[LONG - SHORT];
        for (int chunk = 0; chunk < checksum.length; chunk++) {
            int capitals = 0;
            for (int at = 0; at < CHUNK; at++) {
                char character = id.charAt(chunk * CHUNK + at);
                if (character >= 'A' && character <= 'Z') {
                    capitals |= 1 << at;
                }
            }
            checksum[chunk] = CHECK_CHARACTERS.charAt(capitals);
        }
        return new String(checksum);
    }

    private static boolean alphanumeric(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean plain = (character >= '0' && character <= '9')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= 'a' && character <= 'z');
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
