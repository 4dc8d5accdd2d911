package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Attendees;
import io.github.crosstie.testkit.internal.mailbox.FieldChange;
import io.github.crosstie.testkit.internal.mailbox.Fields;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import io.github.crosstie.testkit.internal.mailbox.ZoneDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as tests write and read them, and the elements that they stand for. */
final class PlainValues {

    private static final Set<String> LISTS = Set.of("Categories", "Children", "Companies");
    private static final Set<String> ZONES = Set.of("StartTimeZone", "EndTimeZone");
    private static final Set<String> DICTIONARIES = Set.copyOf(PropertyPath.CONTAINERS.values());

    private PlainValues() {}

    /** Puts a value in; an empty one takes away what was there. */
    static void put(Properties properties, String name, String value) throws Refusal {
        if (name.startsWith("{")) {
            putExtended(properties, name, value);
        } else if (name.equals("Body/HTML")) {
            properties.put(Tree.of("t:Body", value).with("BodyType", "HTML"));
        } else if (DICTIONARIES.contains(name.split("/", 2)[0])) {
            putEntry(properties, name, value);
        } else if (!Fields.known(name)) {
            throw new IllegalArgumentException("value " + name
                    + ": items have no such element; use names of the schema such as GivenName or "
                    + "EmailAddresses/EmailAddress1");
        } else if (value.isEmpty()) {
            properties.remove(name);
        } else {
            properties.put(element(name, value));
        }
    }

    private static Tree element(String name, String value) {
        Tree empty = Tree.of("t:" + name);
        if (Attendees.LISTS.contains(name)) {
            return empty.withChildren(words(value)
                    .map(address -> Tree.of("t:Attendee", Attendees.mailbox(address, "")))
                    .toList());
        }
        if (name.equals("Organizer")) {
            return Tree.of("t:Organizer", Attendees.mailbox(value, ""));
        }
        if (LISTS.contains(name)) {
            return empty.withChildren(
                    words(value).map(word -> Tree.of("t:String", word)).toList());
        }
        if (ZONES.contains(name)) {
            return ZoneDefinition.brief(name, value);
        }
        if (name.equals("Body")) {
            return Tree.of("t:Body", value).with("BodyType", "Text");
        }
        return value.startsWith("<t:") ? empty.withChildren(TreeReader.fragment(value)) : Tree.of("t:" + name, value);
    }

    private static Stream<String> words(String value) {
        return Stream.of(value.split(", ?")).filter(word -> !word.isBlank());
    }

    private static void putEntry(Properties properties, String name, String value) throws Refusal {
        String[] parts = name.split("/", -1);
        if (parts.length < 2) {
            throw new IllegalArgumentException(
                    "value " + name + ": it is a dictionary; name its entry too, such as EmailAddresses/EmailAddress1");
        }
        String field = parts.length > 2 ? parts[2] : "";
        PropertyPath.Entry path = new PropertyPath.Entry(parts[0], parts[1], field);
        if (value.isEmpty()) {
            properties.delete(path);
            return;
        }
        Tree entry = Tree.of("t:Entry", value).with("Key", parts[1]);
        if (!field.isEmpty()) {
            entry = Tree.of("t:Entry", Tree.of("t:" + field, value)).with("Key", parts[1]);
        }
        properties.set(path, Tree.of("t:Contact", Tree.of("t:" + parts[0], entry)));
    }

    private static void putExtended(Properties properties, String name, String value) throws Refusal {
        int end = name.indexOf("}/");
        if (end < 0) {
            throw new IllegalArgumentException(
                    "value " + name + ": it is no extended property; use {the property set's GUID}/its name");
        }
        Tree uri = Tree.of("t:ExtendedFieldURI")
                .with("PropertySetId", name.substring(1, end))
                .with("PropertyName", name.substring(end + 2))
                .with("PropertyType", "String");
        if (value.isEmpty()) {
            properties.delete(PropertyPath.extended(uri));
        } else {
            properties.putExtended(Tree.of("t:ExtendedProperty", uri, Tree.of("t:Value", value)));
        }
    }

    /** All values of an item. */
    static Map<String, String> read(Properties properties) {
        Map<String, String> values = new TreeMap<>();
        for (Tree element : properties.elements().values()) {
            read(element, values);
        }
        for (Tree property : properties.extended()) {
            Tree uri = property.child("t:ExtendedFieldURI");
            if (uri != null) {
                values.put(name(uri), property.textOf("t:Value"));
            }
        }
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static String name(Tree uri) {
        String tag = uri.attribute("PropertyTag");
        String set = uri.attribute("PropertySetId") + uri.attribute("DistinguishedPropertySetId");
        String name = uri.attribute("PropertyName") + uri.attribute("PropertyId");
        return tag.isEmpty() ? "{" + set + "}/" + name : tag;
    }

    private static void read(Tree element, Map<String, String> values) {
        String name = element.localName();
        if (DICTIONARIES.contains(name)) {
            for (Tree entry : element.children()) {
                String key = name + "/" + entry.attribute("Key");
                values.put(key, entry.text());
                entry.children().forEach(field -> values.put(key + "/" + field.localName(), field.text()));
            }
        } else if (Attendees.LISTS.contains(name)) {
            values.put(
                    name,
                    join(element.children().stream().map(Attendees::address).toList()));
        } else if (name.equals("Organizer")) {
            values.put(name, Attendees.address(element));
        } else if (LISTS.contains(name)) {
            values.put(name, join(element.children().stream().map(Tree::text).toList()));
        } else if (ZONES.contains(name) || name.equals("ParentFolderId")) {
            values.put(name, element.attribute("Id"));
        } else if (!name.equals("ItemId")) {
            values.put(name, element.children().isEmpty() ? element.text() : TreeWriter.inner(element));
        }
    }

    private static String join(Collection<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }

    /** The changes that put values into an item. */
    static List<FieldChange> changes(Map<String, String> values) throws Refusal {
        List<FieldChange> changes = new ArrayList<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            Properties one = new Properties();
            put(one, value.getKey(), value.getValue().isEmpty() ? "-" : value.getValue());
            Tree holder = Tree.of("t:Item", one.elements().values());
            for (Tree extended : one.extended()) {
                holder = holder.plus(extended);
            }
            String action = value.getValue().isEmpty() ? "DeleteItemField" : "SetItemField";
            changes.add(new FieldChange(action, path(value.getKey(), one), holder));
        }
        return changes;
    }

    private static PropertyPath path(String name, Properties one) throws Refusal {
        for (Tree extended : one.extended()) {
            Tree uri = extended.child("t:ExtendedFieldURI");
            if (uri != null) {
                return PropertyPath.extended(uri);
            }
        }
        String[] parts = name.split("/", -1);
        if (parts.length > 1 && DICTIONARIES.contains(parts[0])) {
            return new PropertyPath.Entry(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
        }
        return new PropertyPath.Element(parts[0]);
    }
}
