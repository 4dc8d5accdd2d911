package io.github.crosstie.testkit.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of fields and their texts. A moment is kept to the second, as the original keeps it. */
public final class FieldValues {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ_MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private FieldValues() {}

    /** A moment as the API writes it: {@code 2026-03-02T08:00:00.000+0000}. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** Reads a moment with its offset from UTC. */
    public static Instant moment(String text) {
        return OffsetDateTime.parse(text, READ_MOMENT).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A value as JSON has it. */
    public static JsonNode json(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value == null) {
            return nodes.nullNode();
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        if (value instanceof Long number) {
            return nodes.numberNode(number);
        }
        return value instanceof Double number ? nodes.numberNode(number) : nodes.textNode(text(value));
    }

    /** A value as a text; empty for none. */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Instant moment ? moment(moment) : value.toString();
    }

    /** Reads what a client sent. Texts lose the blanks around them; an empty text is none, and no flag is empty. */
    public static @Nullable Object read(FieldDefinition field, JsonNode json) {
        if (json.isNull() || (json.isTextual() && json.textValue().isBlank())) {
            return field.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
        }
        try {
            return switch (field.type()) {
                case BOOLEAN -> json.isBoolean() ? (Object) json.booleanValue() : flag(json.asText());
                case INT -> json.isNumber() ? (Object) json.longValue() : Long.valueOf(json.asText());
                case DOUBLE -> json.isNumber() ? (Object) json.doubleValue() : Double.valueOf(json.asText());
                case DATE ->
                    LocalDate.parse(json.asText()
                            .substring(0, Math.min(10, json.asText().length())));
                case DATETIME -> moment(json.asText());
                case ID, REFERENCE -> id(field, json.asText());
                case STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST ->
                    json.asText().strip();
            };
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            throw new Refusal(
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of " + field.type().label() + " from VALUE_STRING value "
                            + json.asText() + " or request may be missing a required field");
        }
    }

    /** Reads what a test says: a value of the field's type, or its text. */
    public static @Nullable Object read(FieldDefinition field, @Nullable Object given) {
        if (given instanceof Instant moment && field.type() == FieldType.DATETIME) {
            return moment.truncatedTo(ChronoUnit.SECONDS);
        }
        if (given == null || given instanceof String || given instanceof LocalDate) {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            return read(field, given == null ? nodes.nullNode() : nodes.textNode(given.toString()));
        }
        if (given instanceof Number number && field.type() == FieldType.INT) {
            return number.longValue();
        }
        if (given instanceof Number number && field.type() == FieldType.DOUBLE) {
            return number.doubleValue();
        }
        if (given instanceof Boolean && field.type() == FieldType.BOOLEAN) {
            return given;
        }
        throw new IllegalArgumentException("field " + field.name() + " is of type "
                + field.type().label() + " and takes no " + given.getClass().getSimpleName());
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("no flag");
        };
    }

    private static String id(FieldDefinition field, String text) {
        return RecordId.read(text)
                .orElseThrow(() -> new Refusal(
                        "MALFORMED_ID", field.label() + ": id value of incorrect type: " + text, field.name()));
    }
}
