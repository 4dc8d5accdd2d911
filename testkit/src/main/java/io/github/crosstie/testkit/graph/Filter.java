package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code $filter}, as far as clients of contacts, events and folders use it: extended properties, addresses,
 * comparisons and beginnings of texts, joined by {@code and} and {@code or}.
 */
final class Filter {

    private static final String TEXT = "'((?:[^']|'')*)'";
    private static final Pattern EXTENDED =
            term("singleValueExtendedProperties/any\\(\\s*(\\w+)\\s*:\\s*\\1/id\\s+eq\\s+"
                    + TEXT + "(?:\\s+and\\s+(?:\\1/value\\s+(eq|ne)\\s+(?:" + TEXT
                    + "|(null))|(contains|startswith)\\(\\s*\\1/value"
                    + "\\s*,\\s*" + TEXT + "\\s*\\)))?\\s*\\)");
    private static final Pattern ADDRESS =
            term("emailAddresses/any\\(\\s*(\\w+)\\s*:\\s*\\1/address\\s+eq\\s+" + TEXT + "\\s*\\)");
    private static final Pattern BEGINNING = term("startswith\\(\\s*(\\w+)\\s*,\\s*" + TEXT + "\\s*\\)");
    private static final Pattern COMPARISON =
            term("(\\w+(?:/\\w+)?)\\s+(eq|ne|gt|ge|lt|le)\\s+(?:" + TEXT + "|([^\\s')]+))");
    private static final Pattern JOINT = term("\\s+(and|or)\\s+");

    /** Of these all have to hold, of one of the lists. */
    private final List<List<Term>> alternatives;

    private Filter(List<List<Term>> alternatives) {
        this.alternatives = alternatives;
    }

    /** Reads a filter; an empty one lets everything through. */
    static Filter read(String text) throws GraphRefusal, Refusal {
        List<List<Term>> alternatives = new ArrayList<>();
        List<Term> all = new ArrayList<>();
        alternatives.add(all);
        String rest = text.strip();
        while (!rest.isEmpty()) {
            Matcher found = first(rest);
            all.add(term(found));
            rest = rest.substring(found.end());
            if (!rest.isEmpty()) {
                Matcher joint = JOINT.matcher(rest);
                if (!joint.lookingAt()) {
                    throw unreadable(rest);
                }
                if (joint.group(1).equalsIgnoreCase("or")) {
                    all = new ArrayList<>();
                    alternatives.add(all);
                }
                rest = rest.substring(joint.end());
            }
        }
        return new Filter(alternatives);
    }

    /** Whether it lets something through. */
    boolean admits(Candidate candidate) throws Refusal {
        for (List<Term> all : alternatives) {
            boolean holds = true;
            for (Term term : all) {
                holds = holds && term.holds(candidate);
            }
            if (holds) {
                return true;
            }
        }
        return false;
    }

    private static Matcher first(String text) throws GraphRefusal {
        for (Pattern pattern : List.of(EXTENDED, ADDRESS, BEGINNING, COMPARISON)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.lookingAt()) {
                return matcher;
            }
        }
        throw unreadable(text);
    }

    private static Term term(Matcher found) throws GraphRefusal, Refusal {
        if (found.pattern() == EXTENDED) {
            return extended(found);
        }
        if (found.pattern() == ADDRESS) {
            String address = plain(found.group(2));
            return candidate -> {
                for (JsonNode email : candidate.json().path("emailAddresses")) {
                    if (email.path("address").asText().equalsIgnoreCase(address)) {
                        return true;
                    }
                }
                return false;
            };
        }
        if (found.pattern() == BEGINNING) {
            String beginning = plain(found.group(2)).toLowerCase(Locale.ROOT);
            String name = found.group(1);
            return candidate -> candidate
                    .json()
                    .path(name)
                    .asText()
                    .toLowerCase(Locale.ROOT)
                    .startsWith(beginning);
        }
        return comparison(found);
    }

    /** Values of extended properties are compared without regard to their case, and only where there is one. */
    private static Term extended(Matcher found) throws GraphRefusal, Refusal {
        ExtendedProperty property = ExtendedProperty.read(plain(found.group(2)));
        if (found.group(6) != null) {
            String part = plain(found.group(7)).toLowerCase(Locale.ROOT);
            boolean anywhere = found.group(6).equalsIgnoreCase("contains");
            return candidate -> {
                String stored = candidate.value(property);
                String text = stored == null ? "" : stored.toLowerCase(Locale.ROOT);
                return stored != null && (anywhere ? text.contains(part) : text.startsWith(part));
            };
        }
        String value = found.group(4) == null ? null : plain(found.group(4));
        boolean equal = "eq".equalsIgnoreCase(found.group(3));
        return candidate -> {
            String stored = candidate.value(property);
            return value == null
                    ? (stored != null) != equal
                    : stored != null && stored.equalsIgnoreCase(value) == equal;
        };
    }

    private static Term comparison(Matcher found) {
        String[] path = found.group(1).split("/", -1);
        String operator = found.group(2).toLowerCase(Locale.ROOT);
        String text = found.group(3) == null ? found.group(4) : plain(found.group(3));
        boolean isNull = found.group(3) == null && text.equals("null");
        return candidate -> {
            JsonNode value = candidate.json();
            for (String name : path) {
                value = value.path(name);
            }
            if (isNull) {
                return (value.isNull() || value.isMissingNode()) == operator.equals("eq");
            }
            return !value.isNull() && !value.isMissingNode() && holds(operator, compare(value.asText(), text));
        };
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private static int compare(String value, String other) {
        try {
            return moment(value).compareTo(moment(other));
        } catch (DateTimeException noMoments) {
            return String.CASE_INSENSITIVE_ORDER.compare(value, other);
        }
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Pattern term(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    private static String plain(String quoted) {
        return quoted.replace("''", "'");
    }

    private static GraphRefusal unreadable(String text) {
        return new GraphRefusal(400, "BadRequest", "Invalid filter clause: Syntax error at '" + text + "'.");
    }

    /** What may get through. */
    interface Candidate {

        /** As an answer would show it. */
        JsonNode json() throws Refusal;

        /** The value of an extended property; null if it has none. */
        @Nullable
        String value(ExtendedProperty property) throws Refusal;
    }

    private interface Term {

        boolean holds(Candidate candidate) throws Refusal;
    }
}
