package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.OwnProperties;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A property that Graph has no name of its own for. Its id is taken literally by the server.
 *
 * @param id as Graph spells it, such as {@code Binary 0x0E09}
 */
public record ExtendedProperty(String id) {

    /** Where an item carries the engine's mark. */
    public static final ExtendedProperty TAG = own(OwnProperties.TAG);

    /** The rule of a series as it was written. */
    public static final ExtendedProperty RULE = own(OwnProperties.RULE);

    /** The entry id of the folder that an item is in. */
    public static final ExtendedProperty PARENT = new ExtendedProperty("Binary 0x0E09");

    private static final String COLLECTION = "singleValueExtendedProperties";
    private static final String NUMBER = "0x";

    /**
     * A text of this library's own.
     *
     * @param name its name
     * @return the property
     */
    public static ExtendedProperty own(String name) {
        return new ExtendedProperty("String {" + OwnProperties.SET + "} Name " + name);
    }

    /**
     * What asks for some of them.
     *
     * @param properties the properties; at least one
     * @return a part of {@code $expand}
     */
    public static String expand(Collection<ExtendedProperty> properties) {
        return properties.stream()
                .map(property -> "id eq '" + property.id + "'")
                .collect(Collectors.joining(" or ", COLLECTION + "($filter=", ")"));
    }

    /**
     * What finds items by it.
     *
     * @param value the value
     * @return a condition of {@code $filter}
     */
    public String equalTo(String value) {
        return COLLECTION + "/Any(ep: ep/id eq '" + id + "' and ep/value eq '" + value.replace("'", "''") + "')";
    }

    /**
     * Its value of an item or a folder.
     *
     * @param entity what was asked with {@link #expand}
     * @return the value; empty if it has none
     */
    public String of(JsonNode entity) {
        for (JsonNode property : entity.path(COLLECTION)) {
            if (isSpelled(property.path("id").asText(""))) {
                return property.path("value").asText("");
            }
        }
        return "";
    }

    /** Answers spell ids their own way: in other case, and without the zeros before a number. */
    private boolean isSpelled(String other) {
        if (id.equalsIgnoreCase(other)) {
            return true;
        }
        int last = id.lastIndexOf(' ') + 1;
        if (last != other.lastIndexOf(' ') + 1 || !id.regionMatches(true, 0, other, 0, last)) {
            return false;
        }
        int digits = digits(id, last);
        int othersDigits = digits(other, last);
        int length = id.length() - digits;
        return digits > 0
                && othersDigits > 0
                && length == other.length() - othersDigits
                && id.regionMatches(true, digits, other, othersDigits, length);
    }

    /** Where the digits of a number begin that count; 0 if there is no number. */
    private static int digits(String id, int from) {
        if (!id.regionMatches(true, from, NUMBER, 0, NUMBER.length())) {
            return 0;
        }
        int at = from + NUMBER.length();
        while (at < id.length() && id.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    /**
     * Puts it into a body.
     *
     * @param body the body of an item or a folder; may have others already
     * @param value the value
     * @return the same body
     */
    public ObjectNode put(ObjectNode body, String value) {
        ObjectNode property = JsonNodeFactory.instance.objectNode();
        property.put("id", id);
        property.put("value", value);
        body.withArray(COLLECTION).add(property);
        return body;
    }
}
