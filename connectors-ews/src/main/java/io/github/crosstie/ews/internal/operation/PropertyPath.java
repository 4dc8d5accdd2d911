package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;

/** What names a property: in the shape of an answer, in a restriction, in a change of an item. */
public sealed interface PropertyPath {

    /**
     * Writes it as an element.
     *
     * @param out where to
     */
    void write(XmlOutput out);

    /**
     * A property of the schema.
     *
     * @param uri such as {@code calendar:Start}
     * @return the path
     */
    static PropertyPath field(String uri) {
        return new Field(uri);
    }

    /**
     * An entry of a property of the schema that has several.
     *
     * @param uri such as {@code contacts:PhoneNumber}
     * @param index such as {@code BusinessPhone}
     * @return the path
     */
    static PropertyPath indexed(String uri, String index) {
        return new Indexed(uri, index);
    }

    /**
     * A named property in a set of somebody's own.
     *
     * @param propertySet the set, a GUID
     * @param name the name
     * @param type its type in the schema, such as {@code String}
     * @return the path
     */
    static PropertyPath named(String propertySet, String name, String type) {
        return new Extended("PropertySetId", propertySet, "PropertyName", name, type);
    }

    /**
     * A named property in one of the sets that the schema has a name for.
     *
     * @param distinguishedSet the set, such as {@code Address}
     * @param id the number
     * @param type its type in the schema
     * @return the path
     */
    static PropertyPath numbered(String distinguishedSet, int id, String type) {
        return new Extended("DistinguishedPropertySetId", distinguishedSet, "PropertyId", Integer.toString(id), type);
    }

    /**
     * A property with a tag.
     *
     * @param tag the tag without its type, such as {@code 0x3A45}
     * @param type its type in the schema
     * @return the path
     */
    static PropertyPath tagged(String tag, String type) {
        return new Extended("PropertyTag", tag, "", "", type);
    }

    /**
     * A property of the schema.
     *
     * @param uri its name
     */
    record Field(String uri) implements PropertyPath {

        @Override
        public void write(XmlOutput out) {
            out.start(Space.TYPES, "FieldURI").attribute("FieldURI", uri).end();
        }
    }

    /**
     * An entry of a property that has several.
     *
     * @param uri the property's name
     * @param index the entry's key
     */
    record Indexed(String uri, String index) implements PropertyPath {

        @Override
        public void write(XmlOutput out) {
            out.start(Space.TYPES, "IndexedFieldURI")
                    .attribute("FieldURI", uri)
                    .attribute("FieldIndex", index)
                    .end();
        }
    }

    /**
     * A property outside the schema; made by the factories above, as not all attributes go together.
     *
     * @param space the attribute that says where it is from
     * @param spaceValue that attribute's value
     * @param key the attribute that says which one it is; empty if the first one says so already
     * @param keyValue that attribute's value
     * @param type its type in the schema
     */
    record Extended(String space, String spaceValue, String key, String keyValue, String type) implements PropertyPath {

        @Override
        public void write(XmlOutput out) {
            out.start(Space.TYPES, "ExtendedFieldURI").attribute(space, spaceValue);
            if (!key.isEmpty()) {
                out.attribute(key, keyValue);
            }
            out.attribute("PropertyType", type).end();
        }
    }
}
