package io.github.crosstie.testkit.internal.mailbox;

import java.util.ArrayList;
import java.util.List;

/** An entry of the dictionary of postal addresses: its fields in the order of the schema. */
public final class PostalAddress {

    private static final List<String> ORDER = List.of("Street", "City", "State", "CountryOrRegion", "PostalCode");

    private PostalAddress() {}

    /** The entry with one field replaced; an empty text takes it away. */
    public static Tree with(Tree entry, String field, String text) {
        List<Tree> fields = new ArrayList<>();
        for (String name : ORDER) {
            String value = name.equals(field) ? text : entry.textOf("t:" + name);
            if (!value.isEmpty()) {
                fields.add(Tree.of("t:" + name, value));
            }
        }
        return entry.withChildren(fields);
    }
}
