package io.github.crosstie.testkit.salesforce.internal.soql;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldType;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.RecordId;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a test of records out of a condition, and refuses values that do not fit their fields. */
final class Filter {

    private static final int LONGEST_FILTERABLE = 255;

    private final Database database;
    private final ObjectDefinition object;

    Filter(Database database, ObjectDefinition object) {
        this.database = database;
        this.object = object;
    }

    Predicate<StoredRow> of(Condition condition) {
        if (condition instanceof Condition.And and) {
            List<Predicate<StoredRow>> all = and.all().stream().map(this::of).toList();
            return row -> all.stream().allMatch(each -> each.test(row));
        }
        if (condition instanceof Condition.Or or) {
            List<Predicate<StoredRow>> any = or.any().stream().map(this::of).toList();
            return row -> any.stream().anyMatch(each -> each.test(row));
        }
        if (condition instanceof Condition.Not not) {
            return of(not.not()).negate();
        }
        if (condition instanceof Condition.In in) {
            return in(path(in.path()), in.values(), in.negated());
        }
        if (condition instanceof Condition.InQuery in) {
            return in(path(in.path()), shown(in.query()), in.negated());
        }
        return compare((Condition.Compare) condition);
    }

    private FieldPath path(String name) {
        FieldPath path = FieldPath.bind(database, object, name);
        if (path.type() == FieldType.TEXTAREA && path.length() > LONGEST_FILTERABLE) {
            throw new Refusal("INVALID_FIELD", "field '" + path.name() + "' can not be filtered in a query call");
        }
        return path;
    }

    private List<@Nullable Object> shown(SoqlQuery query) {
        BoundQuery inner = BoundQuery.bind(database, query, false);
        return inner.firstColumn();
    }

    private Predicate<StoredRow> in(FieldPath path, List<@Nullable Object> values, boolean negated) {
        Set<Object> keys = new HashSet<>();
        boolean empty = false;
        for (Object value : values) {
            if (value == null) {
                empty = true;
            } else {
                keys.add(path.key(fitting(path, value)));
            }
        }
        boolean acceptsNull = empty;
        return row -> {
            Object value = path.value(row);
            return (value == null ? acceptsNull : keys.contains(path.key(value))) != negated;
        };
    }

    private Predicate<StoredRow> compare(Condition.Compare compare) {
        FieldPath path = path(compare.path());
        Object value = compare.value();
        if (value == null) {
            return againstNull(path, compare.operator());
        }
        if (value instanceof DayRange days) {
            return againstDays(path, compare.operator(), days);
        }
        if (compare.operator().equals("LIKE")) {
            Pattern pattern = like(text(path, value));
            return row -> {
                Object there = path.value(row);
                return there != null && pattern.matcher(there.toString()).matches();
            };
        }
        Object key = path.key(fitting(path, value));
        IntPredicate wanted = wanted(compare.operator());
        boolean unequal = wanted.test(-1) && wanted.test(1);
        return row -> {
            Object there = path.value(row);
            return there == null ? unequal : wanted.test(Comparison.compare(path.key(there), key));
        };
    }

    private static IntPredicate wanted(String operator) {
        return switch (operator) {
            case "=" -> order -> order == 0;
            case "!=", "<>" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
    }

    private static Predicate<StoredRow> againstNull(FieldPath path, String operator) {
        return switch (operator) {
            case "=" -> row -> path.value(row) == null;
            case "!=", "<>" -> row -> path.value(row) != null;
            default -> throw new Refusal("MALFORMED_QUERY", "null can only be compared by = and !=");
        };
    }

    private Predicate<StoredRow> againstDays(FieldPath path, String operator, DayRange days) {
        Instant from = days.start(database.now());
        Instant until = days.end(database.now());
        IntPredicate wanted = wanted(operator);
        if (path.type() != FieldType.DATE && path.type() != FieldType.DATETIME) {
            throw unfitting(path, "");
        }
        return row -> {
            Object there = path.value(row);
            Instant moment = there instanceof LocalDate day
                    ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                    : (Instant) there;
            return moment != null && wanted.test(moment.isBefore(from) ? -1 : moment.isBefore(until) ? 0 : 1);
        };
    }

    private static Object fitting(FieldPath path, Object value) {
        return switch (path.type()) {
            case ID, REFERENCE -> {
                String id = text(path, value);
                yield RecordId.read(id)
                        .orElseThrow(() -> new Refusal("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + id));
            }
            case BOOLEAN -> checked(path, value, Boolean.class);
            case INT, DOUBLE -> checked(path, value, Number.class);
            case DATE -> checked(path, value, LocalDate.class);
            case DATETIME -> checked(path, value, Instant.class);
            case STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST -> text(path, value);
        };
    }

    private static String text(FieldPath path, Object value) {
        if (!path.type().isText() && !path.type().isId()) {
            throw unfitting(path, " and should not be enclosed in quotes");
        }
        if (!(value instanceof String text)) {
            throw unfitting(path, " and should be enclosed in quotes");
        }
        return text;
    }

    private static Object checked(FieldPath path, Object value, Class<?> wanted) {
        if (!wanted.isInstance(value)) {
            throw unfitting(path, value instanceof String ? " and should not be enclosed in quotes" : "");
        }
        return value instanceof Number number && path.type() == FieldType.INT ? number.longValue() : value;
    }

    private static Refusal unfitting(FieldPath path, String hint) {
        String type =
                path.type() == FieldType.DATETIME ? "dateTime" : path.type().label();
        return new Refusal(
                "INVALID_FIELD",
                "value of filter criterion for field '" + path.name() + "' must be of type " + type + hint);
    }

    private static Pattern like(String wildcards) {
        StringBuilder pattern = new StringBuilder();
        for (int at = 0; at < wildcards.length(); at++) {
            char character = wildcards.charAt(at);
            if (character == '\\' && at + 1 < wildcards.length()) {
                at++;
                pattern.append(Pattern.quote(wildcards.substring(at, at + 1)));
            } else if (character == '%') {
                pattern.append(".*");
            } else {
                pattern.append(character == '_' ? "." : Pattern.quote(String.valueOf(character)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
