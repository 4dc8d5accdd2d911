package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.OwnProperties;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An extended property as an item carries it.
 *
 * @param path which one; null for one that is none of those this connector asks for
 * @param value its value
 */
record ExtendedProperty(@Nullable PropertyPath path, String value) {

    private static final String ELEMENT = "ExtendedProperty";
    private static final int HEXADECIMAL = 16;

    /** A property of ours, always a text. */
    static PropertyPath own(String name) {
        return PropertyPath.named(OwnProperties.SET, name, "String");
    }

    static ExtendedProperty read(XmlInput property) {
        Reading reading = new Reading();
        property.children(reading::part);
        return new ExtendedProperty(reading.path, reading.value);
    }

    static void write(PropertyPath path, String value, XmlOutput out) {
        out.start(Space.TYPES, ELEMENT);
        path.write(out);
        out.element(Space.TYPES, "Value", value).end();
    }

    /** The server writes tags and sets as it likes: 0x3a45 for 0x3A45. */
    private static @Nullable PropertyPath path(XmlInput uri) {
        String tag = uri.attribute("PropertyTag");
        String type = uri.attribute("PropertyType");
        String set = uri.attribute("PropertySetId");
        String name = uri.attribute("PropertyName");
        if (tag != null && type != null) {
            return PropertyPath.tagged(canonical(tag), type);
        }
        return name != null && OwnProperties.SET.equalsIgnoreCase(set) ? own(name) : null;
    }

    private static String canonical(String tag) {
        try {
            int number = tag.toLowerCase(Locale.ROOT).startsWith("0x")
                    ? Integer.parseInt(tag.substring(2), HEXADECIMAL)
                    : Integer.parseInt(tag);
            return String.format(Locale.ROOT, "0x%04X", number);
        } catch (NumberFormatException e) {
            return tag;
        }
    }

    private static final class Reading {
        private @Nullable PropertyPath path;
        private String value = "";

        private void part(XmlInput part) {
            switch (part.name()) {
                case "ExtendedFieldURI" -> path = path(part);
                case "Value" -> value = part.text();
                default -> part.skip();
            }
        }
    }
}
