package io.github.crosstie.salesforce;

import io.github.crosstie.fault.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record of a query result, with the fields that were asked for. Each way of reading says what it refuses. */
final class QueryRecord {

    /** A field that is there, with a null in it. */
    static final Object NULL = new Object();

    /** A field of a type that no field here has. */
    record OtherType(String name) {}

    private final String document;
    private final String location;
    private final Map<String, Object> fields;

    QueryRecord(String document, String location, Map<String, Object> fields) {
        this.document = document;
        this.location = location;
        this.fields = fields;
    }

    /** The record's own id. */
    String id(String keyPrefix) {
        return reference("Id", keyPrefix);
    }

    /** The id of another record, of one type. */
    String reference(String field, String keyPrefix) {
        SalesforceId id = salesforceId(field, text(field));
        if (!id.keyPrefix().equals(keyPrefix)) {
            throw refused(
                    field,
                    "the id " + id + " is of another type, as it does not start with " + keyPrefix
                            + "; ids are case-sensitive: export it again without changing their case");
        }
        return id.value();
    }

    /** The id of another record, whatever its type. */
    SalesforceId reference(String field) {
        return salesforceId(field, text(field));
    }

    /** The id of another record, of one type, or empty if the field has a null; the field must have been queried. */
    Optional<String> nullableReference(String field, String keyPrefix) {
        return value(field) == NULL ? Optional.empty() : Optional.of(reference(field, keyPrefix));
    }

    /** A text that must be there. */
    String text(String field) {
        Object value = value(field);
        if (value == NULL) {
            throw refused(field, "it is null; a value is needed here");
        }
        String text = asText(field, value);
        if (text.isBlank()) {
            throw refused(field, "it is blank; a value is needed here");
        }
        return text;
    }

    /** A text that may be null; the field must have been queried. */
    @Nullable
    String nullableText(String field) {
        Object value = value(field);
        return value == NULL ? null : asText(field, value);
    }

    /** A text that may be null or not queried. */
    @Nullable
    String optionalText(String field) {
        return fields.containsKey(field) ? nullableText(field) : null;
    }

    boolean flag(String field) {
        Object value = value(field);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw refused(field, "expected true or false, found " + typeOf(value));
    }

    private Object value(String field) {
        @Nullable Object value = fields.get(field);
        if (value == null) {
            throw refused(field, "the field is missing; add it to the query");
        }
        return value;
    }

    private String asText(String field, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw refused(field, "expected a text, found " + typeOf(value));
    }

    private static String typeOf(Object value) {
        if (value instanceof OtherType other) {
            return other.name();
        }
        if (value instanceof Boolean flag) {
            return flag.toString();
        }
        return value == NULL ? "null" : "a text";
    }

    private SalesforceId salesforceId(String field, String text) {
        try {
            return SalesforceId.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(document, location(field), e.getMessage() + "; export it again", e);
        }
    }

    private InvalidInputException refused(String field, String reason) {
        return new InvalidInputException(document, location(field), reason);
    }

    private String location(String field) {
        boolean identified = !field.equals("Id") && fields.get("Id") instanceof String;
        return location + (identified ? " (" + fields.get("Id") + ")" : "") + "." + field;
    }
}
