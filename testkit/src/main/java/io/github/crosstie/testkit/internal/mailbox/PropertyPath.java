package io.github.crosstie.testkit.internal.mailbox;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which property of an item is meant. */
public sealed interface PropertyPath {

    /**
     * An element of the item.
     *
     * @param name without prefix, such as {@code GivenName}
     */
    record Element(String name) implements PropertyPath {}

    /**
     * An entry of a dictionary, or one field of it.
     *
     * @param container such as {@code EmailAddresses}
     * @param key such as {@code EmailAddress1}
     * @param field such as {@code City}; empty for the whole entry
     */
    record Entry(String container, String key, String field) implements PropertyPath {}

    /**
     * An extended property.
     *
     * @param identity what two references to the same property have in common
     * @param uri as it was named
     */
    record Extended(String identity, Tree uri) implements PropertyPath {}

    /** What the indexed fields are called, and where they live. */
    Map<String, String> CONTAINERS = Map.of(
            "EmailAddress", "EmailAddresses",
            "PhoneNumber", "PhoneNumbers",
            "ImAddress", "ImAddresses",
            "PhysicalAddress", "PhysicalAddresses");

    /** The property sets that have a name. */
    Map<String, String> SETS = Map.of(
            "PublicStrings", "00020329-0000-0000-c000-000000000046",
            "Meeting", "6ed8da90-450b-101b-98da-00aa003f1305",
            "Appointment", "00062002-0000-0000-c000-000000000046",
            "Common", "00062008-0000-0000-c000-000000000046",
            "Address", "00062004-0000-0000-c000-000000000046",
            "InternetHeaders", "00020386-0000-0000-c000-000000000046",
            "CalendarAssistant", "11000e07-b51b-40d6-af21-caa85edab1d0",
            "UnifiedMessaging", "4442858e-a9e3-4e80-b900-317a210cc15b",
            "Task", "00062003-0000-0000-c000-000000000046");

    /** Reads one of the three elements that name properties; null if it is none of them. */
    static @Nullable PropertyPath read(Tree path) throws Refusal {
        return switch (path.name()) {
            case "t:FieldURI" -> new Element(afterColon(path.attribute("FieldURI")));
            case "t:IndexedFieldURI" -> entry(afterColon(path.attribute("FieldURI")), path.attribute("FieldIndex"));
            case "t:ExtendedFieldURI" -> extended(path);
            default -> null;
        };
    }

    private static PropertyPath entry(String uri, String key) throws Refusal {
        int colon = uri.indexOf(':');
        String container = CONTAINERS.get(colon < 0 ? uri : uri.substring(0, colon));
        if (container == null) {
            throw new Refusal("ErrorInvalidPropertyRequest", "Property is not valid for this object type: " + uri);
        }
        return new Entry(container, key, colon < 0 ? "" : uri.substring(colon + 1));
    }

    /** Reads the name of an extended property, and refuses attributes that do not go together. */
    static Extended extended(Tree uri) throws Refusal {
        String tag = uri.attribute("PropertyTag");
        String set = uri.attribute("PropertySetId");
        String known = uri.attribute("DistinguishedPropertySetId");
        String name = uri.attribute("PropertyName");
        String id = uri.attribute("PropertyId");
        String type = uri.attribute("PropertyType");
        boolean named = set.isEmpty() != known.isEmpty() && name.isEmpty() != id.isEmpty() && tag.isEmpty();
        boolean tagged = !tag.isEmpty() && (set + known + name + id).isEmpty();
        if (!named && !tagged) {
            throw new Refusal(
                    "ErrorInvalidExtendedProperty",
                    "Extended properties need a property set and a name or an id, or else a property tag.");
        }
        if (tagged) {
            return new Extended("tag " + Integer.decode(tag) + " " + type, uri);
        }
        String guid = known.isEmpty() ? set.toLowerCase(Locale.ROOT) : SETS.getOrDefault(known, known);
        return new Extended(guid + (name.isEmpty() ? " #" + id : " " + name) + " " + type, uri);
    }

    private static String afterColon(String uri) {
        return uri.substring(uri.indexOf(':') + 1);
    }
}
