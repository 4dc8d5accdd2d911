package io.github.crosstie.testkit.salesforce.internal.soql;

import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a query by recursive descent. */
final class Parser {

    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");

    private final String text;
    private final List<Token> tokens;
    private int next;

    Parser(String text) {
        this.text = text;
        tokens = Lexer.tokens(text);
    }

    SoqlQuery query() {
        SoqlQuery query = select();
        if (peek().kind() != Token.Kind.END) {
            throw Malformed.unexpected(text, peek());
        }
        return query;
    }

    private SoqlQuery select() {
        expect("SELECT");
        List<SoqlQuery.Selected> selected = new ArrayList<>();
        boolean counts = counts();
        if (!counts) {
            do {
                selected.add(selected());
            } while (accept(","));
        }
        expect("FROM");
        String object = word();
        Condition where = accept("WHERE") ? either() : new Condition.And(List.of());
        List<SoqlQuery.Order> order = accept("ORDER") ? order() : List.of();
        Integer limit = accept("LIMIT") ? Integer.valueOf(number()) : null;
        int offset = accept("OFFSET") ? number() : 0;
        boolean allRows = false;
        if (accept("ALL")) {
            expect("ROWS");
            allRows = true;
        }
        return new SoqlQuery(selected, counts, object, where, order, limit, offset, allRows);
    }

    private boolean counts() {
        boolean counts = peek().is("COUNT") && tokens.get(next + 1).is("(");
        if (counts) {
            next += 2;
            expect(")");
        }
        return counts;
    }

    private SoqlQuery.Selected selected() {
        if (accept("(")) {
            SoqlQuery children = select();
            expect(")");
            return new SoqlQuery.Selected.Children(children);
        }
        return new SoqlQuery.Selected.Field(word());
    }

    private List<SoqlQuery.Order> order() {
        expect("BY");
        List<SoqlQuery.Order> order = new ArrayList<>();
        do {
            String path = word();
            boolean descending = accept("DESC");
            if (!descending) {
                accept("ASC");
            }
            boolean nullsLast = false;
            if (accept("NULLS")) {
                nullsLast = accept("LAST");
                if (!nullsLast) {
                    expect("FIRST");
                }
            }
            order.add(new SoqlQuery.Order(path, descending, nullsLast));
        } while (accept(","));
        return order;
    }

    /** AND and OR do not mix without parentheses. */
    private Condition either() {
        Condition first = not();
        if (peek().is("AND")) {
            return new Condition.And(more("AND", first));
        }
        return peek().is("OR") ? new Condition.Or(more("OR", first)) : first;
    }

    private List<Condition> more(String word, Condition first) {
        List<Condition> conditions = new ArrayList<>(List.of(first));
        while (accept(word)) {
            conditions.add(not());
        }
        return List.copyOf(conditions);
    }

    private Condition not() {
        return accept("NOT") ? new Condition.Not(not()) : simple();
    }

    private Condition simple() {
        if (accept("(")) {
            Condition inner = either();
            expect(")");
            return inner;
        }
        String path = word();
        if (accept("IN")) {
            return in(path, false);
        }
        if (accept("NOT")) {
            expect("IN");
            return in(path, true);
        }
        Token operator = take();
        if (!COMPARISONS.contains(operator.text()) && !operator.is("LIKE")) {
            throw Malformed.unexpected(text, operator);
        }
        return new Condition.Compare(path, operator.text().toUpperCase(Locale.ROOT), value());
    }

    private Condition in(String path, boolean negated) {
        expect("(");
        if (peek().is("SELECT")) {
            SoqlQuery query = select();
            expect(")");
            return new Condition.InQuery(path, negated, query);
        }
        List<@Nullable Object> values = new ArrayList<>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        return new Condition.In(path, negated, values);
    }

    /** A text, a number, a day, a moment, days, a flag or null. */
    private @Nullable Object value() {
        Token token = take();
        return switch (token.kind()) {
            case TEXT -> token.text();
            case NUMBER -> numberOrMoment(token);
            case WORD ->
                switch (token.text().toLowerCase(Locale.ROOT)) {
                    case "null" -> null;
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        Optional<DayRange> days = DayRange.read(token.text());
                        yield days.orElseThrow(() -> Malformed.unexpected(text, token));
                    }
                };
            case SYMBOL, END -> throw Malformed.unexpected(text, token);
        };
    }

    private Object numberOrMoment(Token token) {
        String number = token.text();
        try {
            if (number.contains("T")) {
                return FieldValues.moment(number);
            }
            if (number.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(number);
            }
            return Double.valueOf(number);
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw Malformed.query(
                    text, token.at(), "line 1:" + token.at() + " no viable alternative at '" + number + "'");
        }
    }

    private int number() {
        Token token = take();
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException noNumber) {
            throw Malformed.unexpected(text, token);
        }
    }

    private String word() {
        Token token = take();
        if (token.kind() != Token.Kind.WORD) {
            throw Malformed.unexpected(text, token);
        }
        return token.text();
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw Malformed.unexpected(text, peek());
        }
    }

    private boolean accept(String word) {
        boolean there = peek().is(word);
        if (there) {
            next++;
        }
        return there;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }
}
