package io.github.crosstie.salesforce;

import java.util.Locale;

/** Texts of setup pages, as people copy them. */
final class Words {

    private static final int LONGEST = 200;

    private Words() {}

    /** The letters and digits alone, in lower case: "Don't sync", "dontSync" and "DON'T SYNC" say the same. */
    static String of(String text) {
        StringBuilder words = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(words::appendCodePoint);
        return words.toString();
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
