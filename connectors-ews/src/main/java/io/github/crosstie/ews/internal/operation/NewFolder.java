package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.Map;

/**
 * A folder to create.
 *
 * @param kind what is to be in it
 * @param displayName its name, unique among the folders of its parent
 * @param extended values of extended properties of type {@code String}
 */
public record NewFolder(Kind kind, String displayName, Map<PropertyPath, String> extended) {

    /** Copies the extended properties. */
    public NewFolder {
        extended = Map.copyOf(extended);
    }

    void write(XmlOutput out) {
        out.start(Space.TYPES, kind.element).element(Space.TYPES, "DisplayName", displayName);
        extended.forEach((path, value) -> {
            out.start(Space.TYPES, "ExtendedProperty");
            path.write(out);
            out.element(Space.TYPES, "Value", value).end();
        });
        out.end();
    }

    /** What is in a folder. */
    public enum Kind {
        /** Anything. */
        ANY("Folder"),
        /** Contacts. */
        CONTACTS("ContactsFolder"),
        /** Events. */
        CALENDAR("CalendarFolder");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }
}
