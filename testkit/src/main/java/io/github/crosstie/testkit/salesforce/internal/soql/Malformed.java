package io.github.crosstie.testkit.salesforce.internal.soql;

import io.github.crosstie.testkit.salesforce.internal.record.Refusal;

/** Refusals of queries, worded as the original words them. */
final class Malformed {

    private Malformed() {}

    static Refusal unexpected(String query, Token token) {
        return query(query, token.at(), "unexpected token: '" + token.text() + "'");
    }

    static Refusal query(String query, int at, String message) {
        return new Refusal("MALFORMED_QUERY", where(query, at) + message);
    }

    static Refusal noColumn(String object, String field) {
        return new Refusal(
                "INVALID_FIELD",
                "No such column '" + field + "' on entity '" + object
                        + "'. If you are attempting to use a custom field, be"
                        + " sure to append the '__c' after the custom field name. Please reference your WSDL or the describe"
                        + " call for the appropriate names.");
    }

    static Refusal noRelation(String object, String relation) {
        return new Refusal(
                "INVALID_FIELD",
                "Didn't understand relationship '" + relation + "' in field path of '" + object
                        + "'. If you are attempting"
                        + " to use a custom relationship, be sure to append the '__r' after the custom relationship name."
                        + " Please reference your WSDL or the describe call for the appropriate names.");
    }

    private static String where(String query, int at) {
        String before = query.substring(0, Math.min(at, query.length()));
        String seen = before.substring(Math.max(0, before.length() - 40));
        String rest = query.substring(before.length(), Math.min(query.length(), before.length() + 20));
        return "\n" + seen + rest + "\n" + " ".repeat(seen.length()) + "^\nERROR at Row:1:Column:" + (at + 1) + "\n";
    }
}
