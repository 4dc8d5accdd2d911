package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An extended property with one value, which is the same over Exchange Web Services.
 *
 * @param id its id as answers tell it: GUIDs and numbers in lower case, numbers without leading zeros
 * @param path where its value is kept
 * @param uri how Exchange names it
 */
record ExtendedProperty(String id, PropertyPath path, Tree uri) {

    private static final String TYPE = "(?<type>[A-Za-z]+)";
    private static final Pattern NAMED = Pattern.compile(
            TYPE + " \\{(?<set>[0-9A-Fa-f-]{36})} " + "(?:Name (?<name>.+)|Id (?<number>0[xX][0-9A-Fa-f]{1,8}))");
    private static final Pattern TAGGED = Pattern.compile(TYPE + " (?<tag>0[xX][0-9A-Fa-f]{1,8})");

    /** MAPI's entry ids of an object and of the folder that it lies in. */
    private static final String ENTRY_ID = "Binary 0xfff";

    private static final String PARENT_ENTRY_ID = "Binary 0xe09";

    private static final List<String> TYPES = List.of(
            "Binary",
            "Boolean",
            "CLSID",
            "Currency",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Short",
            "String",
            "SystemTime");

    /** Reads an id, whose form is fixed to the letter but for hexadecimal digits. */
    static ExtendedProperty read(String id) throws GraphRefusal, Refusal {
        Matcher named = NAMED.matcher(id);
        Matcher tagged = TAGGED.matcher(id);
        if (named.matches() && TYPES.contains(named.group("type"))) {
            return named(named);
        }
        if (tagged.matches() && TYPES.contains(tagged.group("type"))) {
            String type = tagged.group("type");
            int tag = Integer.decode(tagged.group("tag"));
            Tree uri = Tree.of("t:ExtendedFieldURI")
                    .with("PropertyTag", "0x" + Integer.toHexString(tag))
                    .with("PropertyType", type);
            PropertyPath element = MapiTags.path(type, tag);
            return new ExtendedProperty(
                    type + " 0x" + Integer.toHexString(tag),
                    element == null ? PropertyPath.extended(uri) : element,
                    uri);
        }
        throw new GraphRefusal(
                400, "ErrorInvalidProperty", "PropertyId values may only be in one of the documented formats.");
    }

    private static ExtendedProperty named(Matcher parts) throws Refusal {
        String type = parts.group("type");
        String set = parts.group("set").toLowerCase(Locale.ROOT);
        String number = parts.group("number");
        Tree uri = Tree.of("t:ExtendedFieldURI").with("PropertySetId", set);
        uri = number == null
                ? uri.with("PropertyName", parts.group("name"))
                : uri.with("PropertyId", Long.toString(Long.decode(number)));
        uri = uri.with("PropertyType", type);
        String rest = number == null
                ? "Name " + parts.group("name")
                : "Id 0x" + Long.toHexString(Long.decode(number)).toLowerCase(Locale.ROOT);
        return new ExtendedProperty(type + " {" + set + "} " + rest, PropertyPath.extended(uri), uri);
    }

    /** Its value in an item; null if the item has none. */
    @Nullable
    String valueIn(StoredItem item, Properties properties) {
        if (id.equals(ENTRY_ID)) {
            return entryId(item.id);
        }
        if (id.equals(PARENT_ENTRY_ID)) {
            return entryId(item.folder.id);
        }
        Tree value = properties.get(path);
        return value == null ? null : path instanceof PropertyPath.Extended ? value.textOf("t:Value") : value.text();
    }

    /** Its value in a folder; null if the folder has none. */
    @Nullable
    String valueIn(StoredFolder folder) throws Refusal {
        if (id.equals(ENTRY_ID)) {
            return entryId(folder.id);
        }
        for (Tree property : folder.extended) {
            Tree named = property.child("t:ExtendedFieldURI");
            if (named != null
                    && path instanceof PropertyPath.Extended wanted
                    && PropertyPath.extended(named).identity().equals(wanted.identity())) {
                return property.textOf("t:Value");
            }
        }
        return null;
    }

    /** The element that sets it in an item. */
    Tree element(String value) {
        if (path instanceof PropertyPath.Entry entry) {
            return Tree.of("t:" + entry.container(), Tree.of("t:Entry", value).with("Key", entry.key()));
        }
        if (path instanceof PropertyPath.Element element) {
            return Tree.of("t:" + element.name(), value);
        }
        return Tree.of("t:ExtendedProperty", uri, Tree.of("t:Value", value));
    }

    private static String entryId(String id) {
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
