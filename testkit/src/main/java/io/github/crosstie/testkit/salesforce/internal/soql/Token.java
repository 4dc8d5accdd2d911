package io.github.crosstie.testkit.salesforce.internal.soql;

/**
 * A piece of a query.
 *
 * @param kind what it is
 * @param text its text, a quoted one without its quotes and escapes
 * @param at where it begins, counted from 0
 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        /** A name, a keyword, a date literal. */
        WORD,
        /** A quoted text. */
        TEXT,
        /** A number, a date or a moment. */
        NUMBER,
        /** A parenthesis, a comma, a comparison. */
        SYMBOL,
        /** The end of the query. */
        END
    }

    boolean is(String word) {
        return kind != Kind.TEXT && text.equalsIgnoreCase(word);
    }
}
