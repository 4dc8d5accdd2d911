package io.github.crosstie.ews.internal.soap;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what comes along with an error: named values, the property at fault, the place in the request. */
final class MessageXml {

    private static final int MOST_VALUES = 50;

    private MessageXml() {}

    /** Reads the children of the element it stands on; of two values with one name the first one stays. */
    static Map<String, String> read(XmlInput messageXml) {
        Map<String, String> values = new HashMap<>();
        messageXml.children(child -> {
            if (values.size() < MOST_VALUES) {
                readValue(child, values);
            }
        });
        return values;
    }

    private static void readValue(XmlInput child, Map<String, String> values) {
        String element = child.name();
        switch (element) {
            case "FieldURI", "IndexedFieldURI" -> put(values, element, child.attribute("FieldURI"));
            case "ExtendedFieldURI" -> put(values, element, child.attribute("PropertyName"));
            case "Value" -> {
                String name = child.attribute("Name");
                values.putIfAbsent(name == null ? element : name, child.text());
            }
            default -> values.putIfAbsent(element, child.text());
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.putIfAbsent(name, value);
        }
    }
}
