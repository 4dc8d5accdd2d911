package io.github.crosstie.testkit.internal.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of one item: its elements by name and its extended properties by identity. Not thread-safe. */
public final class Properties {

    private static final int SEARCH_KEY = 0x300B;

    private final Map<String, Tree> elements = new LinkedHashMap<>();
    private final Map<String, Tree> extended = new LinkedHashMap<>();

    public static Properties of(Tree item) throws Refusal {
        Properties properties = new Properties();
        for (Tree child : item.children()) {
            if (child.localName().equals(Fields.EXTENDED)) {
                properties.putExtended(child);
            } else {
                properties.elements.put(child.localName(), child);
            }
        }
        return properties;
    }

    public Properties copy() {
        Properties copy = new Properties();
        copy.elements.putAll(elements);
        copy.extended.putAll(extended);
        return copy;
    }

    /** Puts all of another's properties over these. */
    public void overlay(Properties other) {
        elements.putAll(other.elements);
        extended.putAll(other.extended);
    }

    public Map<String, Tree> elements() {
        return elements;
    }

    public List<Tree> extended() {
        return List.copyOf(extended.values());
    }

    public String text(String element) {
        Tree value = elements.get(element);
        return value == null ? "" : value.text();
    }

    public boolean is(String element) {
        String text = text(element);
        return text.equals("true") || text.equals("1");
    }

    public boolean has(String element) {
        return elements.containsKey(element);
    }

    public @Nullable Tree element(String element) {
        return elements.get(element);
    }

    public void set(String element, String text) {
        elements.put(element, Tree.of("t:" + element, text));
    }

    public void put(Tree value) {
        elements.put(value.localName(), value);
    }

    public void setIfAbsent(String element, String text) {
        if (!elements.containsKey(element)) {
            set(element, text);
        }
    }

    public void remove(String element) {
        elements.remove(element);
    }

    /** The value at a path: an element, an entry of a dictionary or an extended property; null if there is none. */
    public @Nullable Tree get(PropertyPath path) {
        if (path instanceof PropertyPath.Extended property) {
            return extended.get(property.identity());
        }
        if (path instanceof PropertyPath.Entry entry) {
            Tree found = entry(entry);
            return found == null || entry.field().isEmpty() ? found : found.child("t:" + entry.field());
        }
        return elements.get(((PropertyPath.Element) path).name());
    }

    /**
     * Takes the value at a path from an item.
     *
     * @throws Refusal if the item holds another property than the path says
     */
    public void set(PropertyPath path, Tree item) throws Refusal {
        Properties given = of(item);
        Tree value = given.get(path);
        if (value == null || given.elements.size() + given.extended.size() != 1) {
            throw new Refusal(
                    "ErrorUpdatePropertyMismatch", "The property of the path is not the property of the item.");
        }
        if (path instanceof PropertyPath.Extended property) {
            extended.put(property.identity(), value);
        } else if (path instanceof PropertyPath.Entry entry) {
            putEntry(entry, value);
        } else {
            elements.put(((PropertyPath.Element) path).name(), value);
        }
    }

    public void delete(PropertyPath path) {
        if (path instanceof PropertyPath.Extended property) {
            extended.remove(property.identity());
        } else if (path instanceof PropertyPath.Entry entry) {
            deleteEntry(entry);
        } else {
            elements.remove(((PropertyPath.Element) path).name());
        }
    }

    /** MAPI's PidTagSearchKey, by which an item is told again wherever it moved. */
    public void putSearchKey(String base64) {
        Tree uri = Tree.of("t:ExtendedFieldURI").with("PropertyTag", "0x300b").with("PropertyType", "Binary");
        extended.put("tag " + SEARCH_KEY + " Binary", Tree.of("t:ExtendedProperty", uri, Tree.of("t:Value", base64)));
    }

    public void putExtended(Tree property) throws Refusal {
        Tree uri = property.child("t:ExtendedFieldURI");
        if (uri == null) {
            throw new Refusal("ErrorInvalidExtendedProperty", "An extended property has no name.");
        }
        extended.put(PropertyPath.extended(uri).identity(), property);
    }

    private @Nullable Tree entry(PropertyPath.Entry path) {
        Tree container = elements.get(path.container());
        if (container == null) {
            return null;
        }
        return container.children().stream()
                .filter(entry -> entry.attribute("Key").equals(path.key()))
                .findFirst()
                .orElse(null);
    }

    private void putEntry(PropertyPath.Entry path, Tree value) {
        Tree old = entry(path);
        Tree entry = value;
        if (!path.field().isEmpty()) {
            entry = (old == null ? Tree.of("t:Entry").with("Key", path.key()) : old);
            entry = PostalAddress.with(entry, path.field(), value.text());
        }
        replaceEntry(path, entry);
    }

    private void deleteEntry(PropertyPath.Entry path) {
        Tree old = entry(path);
        if (old == null) {
            return;
        }
        Tree left = path.field().isEmpty() ? null : PostalAddress.with(old, path.field(), "");
        replaceEntry(path, left == null || left.children().isEmpty() ? null : left);
    }

    private void replaceEntry(PropertyPath.Entry path, @Nullable Tree entry) {
        List<Tree> entries = new ArrayList<>();
        Tree container = elements.get(path.container());
        if (container != null) {
            entries.addAll(container.children());
        }
        entries.removeIf(old -> old.attribute("Key").equals(path.key()));
        if (entry != null) {
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            elements.remove(path.container());
        } else {
            elements.put(path.container(), Tree.of("t:" + path.container(), entries));
        }
    }
}
