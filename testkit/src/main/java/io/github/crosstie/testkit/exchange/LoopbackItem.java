package io.github.crosstie.testkit.exchange;

import java.util.Map;

/**
 * An item as it was when it was looked at. Values are named like their elements in the schema: {@code GivenName},
 * {@code EmailAddresses/EmailAddress1}, {@code PhysicalAddresses/Business/City}, <code>{property set}/name</code> for
 * extended properties. Attendees are their addresses and categories their names, separated by commas; time zones are
 * their ids; what has parts of its own, such as {@code Recurrence}, is XML.
 *
 * @param id its id
 * @param changeKey its change key
 * @param kind its element, such as {@code Contact}
 * @param hidden whether it is a folder-associated item
 * @param values its values by name; what is empty is missing
 */
public record LoopbackItem(String id, String changeKey, String kind, boolean hidden, Map<String, String> values) {

    /** Copies the values. */
    public LoopbackItem {
        values = Map.copyOf(values);
    }

    /**
     * One value.
     *
     * @param name its name
     * @return the value; empty if it is missing
     */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }
}
