package io.github.crosstie.testkit.salesforce.internal.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into its pieces. */
final class Lexer {

    private static final Pattern PIECE = Pattern.compile("""
            (?<text>'(?:[^'\\\\]|\\\\.)*')\
            |(?<number>[+-]?[0-9][0-9A-Za-z:.+-]*)\
            |(?<word>[A-Za-z_][A-Za-z0-9_.]*(?::[0-9]+)?)\
            |(?<symbol><=|>=|!=|<>|[=<>(),])""");

    private Lexer() {}

    static List<Token> tokens(String query) {
        List<Token> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(query);
        int at = 0;
        while (true) {
            while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
                at++;
            }
            if (at == query.length()) {
                tokens.add(new Token(Token.Kind.END, "<EOF>", at));
                return tokens;
            }
            if (!piece.region(at, query.length()).lookingAt()) {
                throw Malformed.unexpected(query, new Token(Token.Kind.SYMBOL, query.substring(at, at + 1), at));
            }
            tokens.add(token(piece, at));
            at = piece.end();
        }
    }

    private static Token token(Matcher piece, int at) {
        if (piece.group("text") != null) {
            String quoted = piece.group();
            return new Token(Token.Kind.TEXT, unescaped(quoted.substring(1, quoted.length() - 1)), at);
        }
        if (piece.group("number") != null) {
            return new Token(Token.Kind.NUMBER, piece.group(), at);
        }
        return new Token(piece.group("word") != null ? Token.Kind.WORD : Token.Kind.SYMBOL, piece.group(), at);
    }

    /** Escaped wildcards keep their backslash: only LIKE knows what they mean. */
    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            at++;
            if (character != '\\') {
                plain.append(character);
                continue;
            }
            char escaped = text.charAt(at);
            at++;
            switch (escaped) {
                case 'n', 'N' -> plain.append('\n');
                case 'r', 'R' -> plain.append('\r');
                case 't', 'T' -> plain.append('\t');
                case '%', '_' -> plain.append('\\').append(escaped);
                default -> plain.append(escaped);
            }
        }
        return plain.toString();
    }
}
